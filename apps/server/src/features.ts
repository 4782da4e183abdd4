import type { Registry } from "prom-client";
import type { Feature } from "./platform/feature.ts";
import type { Platform } from "./platform/platform.ts";
import { createPeople } from "./modules/people/index.ts";
import { createPosts } from "./modules/posts/index.ts";
import { createTopics } from "./modules/topics/index.ts";
import { createFeed } from "./modules/feed/index.ts";
import { createNotifications } from "./modules/notifications/index.ts";
import { createSearch } from "./modules/search/index.ts";
import { createModeration } from "./modules/moderation/index.ts";
import { createChats } from "./modules/chat/index.ts";
import type { Space, SpaceDefinition } from "./spaces/space.ts";

/** Every feature of the site, in the order in which they stand on each other; its spaces last. */
export async function createFeatures(platform: Platform, definitions: readonly SpaceDefinition[]) {
  const people = await createPeople(platform);
  const posts = await createPosts(platform, people);
  const topics = createTopics(platform, people, posts);
  const feed = await createFeed(platform, people, posts);
  const search = await createSearch(platform, people, posts);
  const notifications = await createNotifications(platform, people, posts);
  const moderation = createModeration(platform, people, posts, notifications);
  const chats = await createChats(platform, people, posts, notifications, moderation);
  const spaces = new Map<string, Space>();
  for (const { name, navigation, create } of definitions) {
    const space = await create({ ...platform, people, posts, topics });
    people.addSpace({ name, navigation, offers: space.offers ?? [] });
    if (space.topics) posts.kinds.add(space.topics);
    if (space.form) posts.forms.add(space.form);
    for (const kind of space.names ?? []) search.addNames(kind);
    if (space.chatSubject) chats.addSubject(space.chatSubject);
    for (const source of space.notifications ?? []) notifications.addSource(source);
    spaces.set(name, space);
  }
  const all: Feature[] = [
    people,
    posts,
    topics,
    feed,
    notifications,
    search,
    moderation,
    chats,
    ...spaces.values(),
  ];
  return {
    spaces,
    operator: moderation.operator,
    endStandings: people.endStandings,
    setDemoLogin: people.setDemoLogin,
    routes: all.map((feature) => feature.routes),
    consumers: all.flatMap((feature) => feature.consumers),
    services: all.flatMap((feature) => feature.services ?? []),
    helpers: Object.assign({}, ...all.map((feature) => feature.helpers)) as Required<Feature>["helpers"],
    metrics: (registry: Registry) => {
      for (const feature of all) feature.metrics?.(registry);
    },
    jobs: all.flatMap((feature) => feature.jobs ?? []),
    started: async () => void (await Promise.all(all.map((feature) => feature.started?.()))),
    idle: async () => void (await Promise.all(all.map((feature) => feature.idle?.()))),
    stopped: async () => void (await Promise.all(all.map((feature) => feature.stopped?.()))),
  };
}
