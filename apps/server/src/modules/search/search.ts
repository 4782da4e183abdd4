import type { Feature } from "../../platform/feature.ts";
import type { Platform } from "../../platform/platform.ts";
import type { People } from "../people/index.ts";
import type { Posts } from "../posts/index.ts";
import { createPostgresEngine } from "./postgres/engine.ts";
import { searchRoutes } from "./routes.ts";

/** Finding posts, people and tags. */
export async function createSearch(platform: Platform, people: People, posts: Posts): Promise<Feature> {
  const { db, logger } = platform;
  const engine = createPostgresEngine(db, (error) =>
    logger.warn({ err: error }, "the frequency of words could not be counted"),
  );
  return {
    consumers: [engine.consumer],
    routes: (app) => searchRoutes(app, { ...platform, engine, people, presenter: posts.presenter }),
  };
}
