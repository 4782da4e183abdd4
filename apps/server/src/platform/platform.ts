import type pg from "pg";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { Db } from "./database/database.ts";
import type { EventLog } from "./events/event-log.ts";
import type { Cursors } from "./http/cursor.ts";
import type { LimitCounters } from "./http/limit-counters.ts";
import type { MediaLibrary } from "./media/media.ts";
import type { Sockets } from "./realtime/sockets.ts";
import type { Hints } from "./redis/hints.ts";
import type { Redis } from "./redis/redis.ts";
import type { Sessions } from "./identity/sessions.ts";
import type { Stamps } from "./cache/stamps.ts";
import type { ViewerParts } from "./viewers/viewer-parts.ts";

/** What every feature stands on. */
export interface Platform {
  config: Config;
  logger: Logger;
  pool: pg.Pool;
  db: Db;
  log: EventLog;
  /** A key of 32 bytes that every process of the site shares, made when it is asked for the first time. */
  secret(name: string): Promise<Buffer>;
  cursors: Cursors;
  /** Counts what is limited. */
  counters: LimitCounters;
  sessions: Sessions;
  /** Told of every post, account and viewer that changes. */
  stamps: Stamps;
  viewers: ViewerParts;
  sockets: Sockets;
  media: MediaLibrary;
  /** What the processes of a site share, where the operator has one. */
  redis: Redis | undefined;
  /** Tells of commits between processes; only with Redis. */
  hints: Hints | undefined;
}
