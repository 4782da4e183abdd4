import type { Logger } from "pino";
import type { Db } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { insertSeen } from "./recommendation-queries.ts";

/** Which projects somebody has opened, so that they are not suggested again; written about a second later. */
export interface Seen {
  note(accountId: Id, projectId: Id): void;
  start(): void;
  /** Writes what is still in memory. */
  stop(): Promise<void>;
}

const everyMs = 1000;
/** What waits to be written; it is only a courtesy, and more of it is left out. */
const mostWaiting = 20_000;

export function createSeen(db: Db, logger: Logger): Seen {
  let waiting = new Map<string, { accountId: Id; projectId: Id }>();
  let writing = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  async function write(): Promise<void> {
    const pairs = [...waiting.values()];
    if (pairs.length === 0) return;
    waiting = new Map();
    try {
      await db.transaction().execute((tx) => insertSeen(tx, pairs));
    } catch (error) {
      logger.warn({ err: error }, "projects that were opened could not be noted");
    }
  }

  const flush = () => (writing = writing.then(write));
  return {
    note(accountId, projectId) {
      if (waiting.size < mostWaiting) waiting.set(`${accountId} ${projectId}`, { accountId, projectId });
    },
    start() {
      timer = setInterval(() => void flush(), everyMs).unref();
    },
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}
