import type pg from "pg";
import type { Logger } from "pino";
import type { Config } from "./config.ts";
import { forgetRelay } from "./platform/broker/relay.ts";
import { createDb, type Tx } from "./platform/database/database.ts";
import { createEventLog } from "./platform/events/event-log.ts";
import { createCursors } from "./platform/http/cursor.ts";
import { createLimitCounters } from "./platform/http/limit-counters.ts";
import { createSessions } from "./platform/identity/sessions.ts";
import { forgetSecrets } from "./platform/identity/secrets.ts";
import { createMediaLibrary } from "./platform/media/media.ts";
import type { Platform } from "./platform/platform.ts";
import { createHints, connectHints } from "./platform/redis/hints.ts";
import { createSharedLimitCounters } from "./platform/redis/limit-counters.ts";
import { createRedis } from "./platform/redis/redis.ts";
import { createSocketLimits } from "./platform/realtime/socket-limits.ts";
import { createSockets } from "./platform/realtime/sockets.ts";
import { createStamps } from "./platform/cache/stamps.ts";
import { createViewerParts } from "./platform/viewers/viewer-parts.ts";

/** Brokers and Redis get names that are new, where nothing of the site that was dumped is met. */
export async function forgetEngines(tx: Tx): Promise<void> {
  await forgetRelay(tx);
  await forgetSecrets(tx, ["events", "redis"]);
}

/** What every feature stands on, on a database that may be connected to. */
export async function createPlatform(
  config: Config,
  logger: Logger,
  pool: pg.Pool,
  secret: Platform["secret"],
): Promise<Platform> {
  const db = createDb(pool);
  const log = createEventLog(db);
  const sessions = createSessions(db, log);
  const stamps = createStamps();
  const redis =
    config.redisUrl === undefined
      ? undefined
      : createRedis(config.redisUrl, `maru-${(await secret("redis")).toString("hex", 0, 6)}`, logger);
  const hints = redis && createHints(redis);
  if (hints) connectHints(log, hints);
  const counters = redis ? createSharedLimitCounters(redis) : createLimitCounters();
  const limits = config.rateLimits ? createSocketLimits(counters, config.trustProxy) : undefined;
  return {
    config,
    logger,
    pool,
    db,
    log,
    secret,
    cursors: createCursors(await secret("cursors")),
    sessions,
    stamps,
    viewers: createViewerParts(db, stamps),
    sockets: createSockets({ sessions, log, origin: config.origin, redis, limits }),
    counters,
    redis,
    hints,
    media: createMediaLibrary({
      db,
      logger,
      dataDir: config.dataDir,
      budgetBytes: config.mediaBudgetMegabytes * 1024 * 1024,
    }),
  };
}
