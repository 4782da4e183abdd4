import type { Feature } from "../../platform/feature.ts";
import type { Platform } from "../../platform/platform.ts";
import type { People } from "../people/index.ts";
import type { Posts } from "../posts/index.ts";
import { createOpenSearchEngine } from "./opensearch/engine.ts";
import type { NameKind } from "./name-kinds.ts";
import { createPostgresEngine } from "./postgres/engine.ts";
import { createNamesConsumer } from "./postgres/names-consumer.ts";
import { searchRoutes } from "./routes.ts";

export interface Search extends Feature {
  /** Adds names of another feature; before the program starts. */
  addNames(kind: NameKind): void;
}

const restoreMs = 5_000;

/** Finding posts, people, tags and the topics of spaces. Posts in the engine that the operator has chosen, names in PostgreSQL. */
export async function createSearch(platform: Platform, people: People, posts: Posts): Promise<Search> {
  const { config, db, logger } = platform;
  const engine =
    config.searchUrl === undefined
      ? createPostgresEngine(db, (error) => logger.warn({ err: error }, "words could not be counted"))
      : createOpenSearchEngine(db, logger, { address: config.searchUrl, prefix: config.searchPrefix });
  const { restore } = engine;
  const names: NameKind[] = [];
  return {
    addNames: (kind) => void names.push(kind),
    consumers: [createNamesConsumer(names), engine.consumer],
    jobs: restore ? [{ name: "search-index", everyMs: restoreMs, work: restore }] : [],
    routes: (app) => searchRoutes(app, { ...platform, engine, names, people, presenter: posts.presenter }),
    stopped: async () => engine.close?.(),
  };
}
