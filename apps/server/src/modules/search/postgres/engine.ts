import type { Db } from "../../../platform/database/database.ts";
import type { SearchEngine } from "../engine.ts";
import { createSearchConsumer } from "./consumer.ts";
import { createPostFinder } from "./find-posts.ts";
import { createFrequencies } from "./frequencies.ts";

/** Search in the site's own PostgreSQL. */
export function createPostgresEngine(db: Db, onError: (error: unknown) => void): SearchEngine {
  const { find } = createPostFinder(db, createFrequencies(db, onError));
  return { find, consumer: createSearchConsumer() };
}
