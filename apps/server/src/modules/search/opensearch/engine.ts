import type { Logger } from "pino";
import type { Db } from "../../../platform/database/database.ts";
import { createJsonService, ServiceFault } from "../../../platform/egress/json-service.ts";
import { rebuildConsumer } from "../../../platform/events/consumer.ts";
import { Problem } from "../../../platform/http/problem.ts";
import type { SearchEngine } from "../engine.ts";
import { findRanked } from "../ranking.ts";
import { createOpenSearchConsumer } from "./consumer.ts";
import { createPostIndex } from "./post-index.ts";
import { searchRequest } from "./request.ts";

const unavailable = () =>
  new Problem(
    503,
    "search-unavailable",
    "Search is not available at the moment. Everything else works; try again in a minute.",
    {
      headers: { "retry-after": "30" },
    },
  );

/** Search in an OpenSearch or Elasticsearch (7.10 and newer) of the operator's. */
export function createOpenSearchEngine(
  db: Db,
  logger: Logger,
  { address, prefix }: { address: string; prefix: string },
): SearchEngine {
  const service = createJsonService(address);
  const index = createPostIndex(service, prefix);
  let isAway = false;

  /** Says once that the engine is away and why, and once that it is back. */
  function noteFault(reason: string): void {
    if (!isAway)
      logger.warn({ reason }, "the search engine does not answer; searching for posts waits for it");
    isAway = true;
  }
  function noteAnswer(): void {
    if (isAway) logger.info({ address: service.address }, "the search engine answers again");
    isAway = false;
  }

  const consumer = createOpenSearchConsumer(index, noteFault);
  return {
    consumer,
    async find(asked) {
      try {
        const found = await findRanked(asked, async (below, size) => {
          const candidates = await index.search(searchRequest(asked, below, size));
          const next = candidates.length < size ? null : Math.min(...candidates.map(({ id }) => id));
          return { candidates, next };
        });
        noteAnswer();
        return found;
      } catch (error) {
        if (!(error instanceof ServiceFault)) throw error;
        noteFault(error.message);
        throw unavailable();
      }
    },
    async restore() {
      try {
        const exists = await index.exists();
        noteAnswer();
        if (!exists) await rebuildConsumer(db, consumer);
      } catch (error) {
        if (!(error instanceof ServiceFault)) throw error;
        noteFault(error.message);
      }
    },
    close: service.close,
  };
}
