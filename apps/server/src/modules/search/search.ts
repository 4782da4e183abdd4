import type { Feature } from "../../platform/feature.ts";
import type { Platform } from "../../platform/platform.ts";
import type { People } from "../people/index.ts";
import type { Posts } from "../posts/index.ts";
import { createOpenSearchEngine } from "./opensearch/engine.ts";
import { createPostgresEngine } from "./postgres/engine.ts";
import { createNamesConsumer } from "./postgres/names-consumer.ts";
import { searchRoutes } from "./routes.ts";

const restoreMs = 5_000;

/** Finding posts, people and tags. Posts in the engine that the operator has chosen, names in PostgreSQL. */
export async function createSearch(platform: Platform, people: People, posts: Posts): Promise<Feature> {
  const { config, db, logger } = platform;
  const engine =
    config.searchUrl === undefined
      ? createPostgresEngine(db, (error) => logger.warn({ err: error }, "words could not be counted"))
      : createOpenSearchEngine(db, logger, { address: config.searchUrl, prefix: config.searchPrefix });
  const { restore } = engine;
  return {
    consumers: [createNamesConsumer(), engine.consumer],
    jobs: restore ? [{ name: "search-index", everyMs: restoreMs, work: restore }] : [],
    routes: (app) => searchRoutes(app, { ...platform, engine, people, presenter: posts.presenter }),
    stopped: async () => engine.close?.(),
  };
}
