import type { Feature } from "./platform/feature.ts";
import type { Platform } from "./platform/platform.ts";
import { createPeople } from "./modules/people/index.ts";
import { createPosts } from "./modules/posts/index.ts";
import { createFeed } from "./modules/feed/index.ts";
import { createNotifications } from "./modules/notifications/index.ts";
import { createSearch } from "./modules/search/index.ts";

/** Every feature of the site, in the order in which they stand on each other. */
export async function createFeatures(platform: Platform) {
  const people = await createPeople(platform);
  const posts = await createPosts(platform, people);
  const feed = await createFeed(platform, people, posts);
  const search = await createSearch(platform, people, posts);
  const notifications = await createNotifications(platform, people, posts);
  const all: Feature[] = [people, posts, feed, notifications, search];
  return {
    setDemoLogin: people.setDemoLogin,
    routes: all.map((feature) => feature.routes),
    consumers: all.flatMap((feature) => feature.consumers),
    jobs: all.flatMap((feature) => feature.jobs ?? []),
    services: all.flatMap((feature) => feature.services ?? []),
    helpers: Object.assign({}, ...all.map((feature) => feature.helpers)) as NonNullable<Feature["helpers"]>,
    started: async () => void (await Promise.all(all.map((feature) => feature.started?.()))),
    idle: async () => void (await Promise.all(all.map((feature) => feature.idle?.()))),
    stopped: async () => void (await Promise.all(all.map((feature) => feature.stopped?.()))),
  };
}
