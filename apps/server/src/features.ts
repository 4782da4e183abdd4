import type { Consumer } from "./platform/events/consumer.ts";
import type { App } from "./platform/http/route.ts";
import type { Platform } from "./platform/platform.ts";
import { createPeople } from "./modules/people/index.ts";
import { createPosts } from "./modules/posts/index.ts";
import { createFeed } from "./modules/feed/index.ts";

/** What a feature adds to the program. */
export interface Feature {
  routes(app: App): Promise<void>;
  consumers: Consumer[];
  jobs?: { name: string; everyMs: number; work(): Promise<void> }[];
  /** Called once when the consumers run, and once when they have ended. */
  started?(): Promise<void>;
  stopped?(): Promise<void>;
  /** Resolves when what it does in the background after a commit has ended. */
  idle?(): Promise<void>;
}

/** Every feature of the site, in the order in which they stand on each other. */
export async function createFeatures(platform: Platform) {
  const people = await createPeople(platform);
  const posts = await createPosts(platform, people);
  const feed = await createFeed(platform, people, posts);
  const all: Feature[] = [people, posts, feed];
  return {
    routes: all.map((feature) => feature.routes),
    consumers: all.flatMap((feature) => feature.consumers),
    jobs: all.flatMap((feature) => feature.jobs ?? []),
    started: async () => void (await Promise.all(all.map((feature) => feature.started?.()))),
    idle: async () => void (await Promise.all(all.map((feature) => feature.idle?.()))),
    stopped: async () => void (await Promise.all(all.map((feature) => feature.stopped?.()))),
  };
}
