import pg from "pg";
import { type Logger, pino } from "pino";
import type { Config } from "./config.ts";
import { countQueries, createDb, createPool, prepareOften } from "./platform/database/database.ts";
import { migrate } from "./platform/database/migrate.ts";
import { type Consumer, rebuildConsumer } from "./platform/events/consumer.ts";
import { forgetRestoredLog } from "./platform/events/restored-log.ts";
import { countDead, replayDead } from "./platform/events/dead-letters.ts";
import { maintainPartitions } from "./platform/events/partitions.ts";
import { readRoles, type Roles } from "./platform/events/roles.ts";
import { installHealth } from "./platform/http/health.ts";
import type { App } from "./platform/http/route.ts";
import { createProbeServer } from "./platform/http/probe-server.ts";
import { createHttpServer } from "./platform/http/server.ts";
import { installWeb } from "./platform/http/web.ts";
import { getSecret } from "./platform/identity/secrets.ts";
import { installMediaMetrics } from "./platform/media/metrics.ts";
import { Media } from "./platform/media/media-schema.ts";
import { mediaRoutes } from "./platform/media/routes.ts";
import { createSchedule } from "./platform/jobs/schedule.ts";
import type { Platform } from "./platform/platform.ts";
import { installBackupMetrics } from "./platform/backup/metrics.ts";
import { installSocketMetrics } from "./platform/realtime/metrics.ts";
import { installRedisMetrics } from "./platform/redis/metrics.ts";
import { createConsumerMetrics } from "./platform/telemetry/consumer-metrics.ts";
import { installDiskMetrics } from "./platform/telemetry/disk-metrics.ts";
import { installMetrics } from "./platform/telemetry/metrics.ts";
import { createSiteBackup } from "./backup-process.ts";
import { createEventWork } from "./event-work.ts";
import { createFeatures } from "./features.ts";
import { createPlatform, forgetEngines } from "./create-platform.ts";
import { chooseSpaces, migrationsOf } from "./spaces/index.ts";
import type { Operator } from "./modules/moderation/index.ts";
import type { Space, SpaceDefinition } from "./spaces/space.ts";

export interface Maru {
  app: App;
  /** What this process does. */
  roles: Roles;
  platform: Platform;
  /** Starts the consumers, does what is to be done before anybody comes, and listens. */
  start(beforeOpening?: () => Promise<void>): Promise<{ address: string }>;
  /** Starts the consumers only; for tests that speak to `app` without a network. */
  startConsumers(): Promise<void>;
  /** Makes a consumer's derived data anew. Throws when there is no such consumer. */
  rebuild(consumer: string, report?: (share: number) => void): Promise<void>;
  /** Gives a consumer's dead letters, or one of them, to it again. Throws when there is no such consumer. */
  replay(consumer: string, eventId?: number): ReturnType<typeof replayDead>;
  /** Shows everybody how to sign in to the demo. */
  setDemoLogin(login: { login: string; password: string } | undefined): void;
  /** Those of the site, by name. */
  spaces: ReadonlyMap<string, Space>;
  /** Ends limits and suspensions whose time is over; the schedule does so by itself. */
  endStandings(): Promise<void>;
  /** What the operator does about people, at the command line. */
  operator: Operator;
  /** Resolves when every consumer has handled what is committed now, and what follows from it. */
  settle(): Promise<void>;
  /** Resolves when what was begun in the background after a commit (pushes into timelines) has ended. */
  arrived(): Promise<void>;
  stop(): Promise<void>;
}

const minute = 60_000;

type Features = Awaited<ReturnType<typeof createFeatures>>;

/** The server with the routes of all features. */
async function assemble(platform: Platform, features: Features) {
  const { config, logger, sessions, counters } = platform;
  const { app, drain } = await createHttpServer(config, logger, sessions, counters);
  app.addSchema(Media);
  await mediaRoutes(app, platform);
  for (const routes of features.routes) await routes(app);
  return { app, drain };
}

/** The server as far as its contract goes: nothing is connected to, nothing runs. */
export async function createContractApp(config: Config): Promise<App> {
  const silent = pino({ level: "silent" });
  const platform = await createPlatform(config, silent, new pg.Pool(), async () => Buffer.alloc(32));
  const { app } = await assemble(platform, await createFeatures(platform, chooseSpaces(config.spaces)));
  await app.ready();
  return app;
}

/** Assembles Maru on a database that is ready to be connected to; with other spaces than its own for those who try one. */
export async function createMaru(
  config: Config,
  databaseUrl: string,
  onQuery?: () => void,
  known?: readonly SpaceDefinition[],
): Promise<Maru> {
  const logger: Logger = pino({
    level: config.logLevel,
    base: null,
    redact: ["req.headers", "password", "token"],
  });
  const pool = createPool(databaseUrl, config.databasePool, (error) =>
    logger.warn({ reason: error.message }, "a database connection was lost"),
  );
  if (config.preparedStatements) prepareOften(pool);
  if (onQuery) countQueries(pool, onQuery);
  const spaces = chooseSpaces(config.spaces, known);
  await migrate(pool, (name) => logger.info({ migration: name }, "migrated"), migrationsOf(spaces));
  const secrets = createDb(pool);
  if (await forgetRestoredLog(secrets, forgetEngines))
    logger.warn("this database was restored from a dump: counters, search and notifications are made anew");
  for (const space of spaces) await space.prepare?.(secrets);
  const platform = await createPlatform(config, logger, pool, (name) => getSecret(secrets, name));
  const { db, log } = platform;
  const features = await createFeatures(platform, spaces);
  const roles = readRoles(
    config.roles,
    {
      consumers: features.consumers.map((consumer) => consumer.name),
      services: features.services.map((service) => service.role),
    },
    { broker: config.brokerUrl !== undefined, database: config.databaseUrl !== undefined },
  );
  const { app, drain } = roles.web
    ? await assemble(platform, features)
    : { app: createProbeServer(logger), drain: async () => {} };
  const consumerMetrics = createConsumerMetrics();
  const consumers = features.consumers.map(consumerMetrics.measured);
  const work = createEventWork(platform, databaseUrl, consumers, roles);
  let started = false;
  let stopping = false;
  const schedule = createSchedule(db, (name, error) =>
    logger.error({ err: error, job: name }, "housekeeping failed"),
  );

  const registry = installMetrics(app, pool, {
    consumers: work.running,
    deadLetters: () => countDead(db),
    broker: work.broker,
  });
  consumerMetrics.install(registry);
  installDiskMetrics(registry, config.dataDir);
  if (platform.redis) installRedisMetrics(registry, platform.redis);
  if (roles.web) {
    installMediaMetrics(registry, platform.media, config.mediaBudgetMegabytes * 1024 * 1024);
    installSocketMetrics(registry, platform.sockets);
    features.metrics(registry);
  }
  const backup = createSiteBackup(config, databaseUrl, logger);
  if (config.backupDir !== undefined) installBackupMetrics(registry, config.backupDir);
  installHealth(
    app,
    {
      program: () => (stopping ? "stopping" : undefined),
      database: async () => void (await pool.query("select 1")),
      consumers: () => {
        if (!started) return "not started";
        const faulty = work.running().filter((consumer) => !consumer.healthy());
        return faulty.length > 0 ? faulty.map((consumer) => consumer.name).join(", ") : undefined;
      },
    },
    {
      ...(platform.redis && { redis: () => platform.redis!.fault() }),
      broker: () => work.broker()?.fault,
      ...features.helpers,
    },
  );
  for (const service of features.services)
    if (roles.services.includes(service.role)) await service.routes(app);
  if (roles.web) await installWeb(app);
  await app.ready();
  if (roles.web) platform.sockets.attach(app.server);

  function find(name: string): Consumer {
    const consumer = features.consumers.find((one) => one.name === name);
    if (consumer) return consumer;
    throw new Error(
      `There is no ${name}; there are: ${features.consumers.map((one) => one.name).join(", ")}.`,
    );
  }

  function keepHouse(): void {
    schedule.every(60 * minute, "event-partitions", () => maintainPartitions(db, config.eventDays));
    schedule.every(30 * minute, "sessions", () => platform.sessions.sweep());
    schedule.every(60 * minute, "media", () => platform.media.sweep());
    if (backup) schedule.every(5 * minute, "backup", () => backup.run());
    for (const job of features.jobs) schedule.every(job.everyMs, job.name, job.work);
  }

  async function startConsumers(): Promise<void> {
    // A process that only serves others has nothing to do with the log.
    if (roles.web || roles.relay || roles.consumers.length > 0) {
      await maintainPartitions(db, config.eventDays);
      await work.start();
    }
    if (roles.web) keepHouse();
    await features.started();
    started = true;
  }

  return {
    app,
    roles,
    platform,
    startConsumers,
    async start(beforeOpening) {
      await startConsumers();
      await beforeOpening?.();
      const address = await app.listen({ port: config.port, host: config.host });
      return { address };
    },
    rebuild: async (name, report) => rebuildConsumer(db, find(name), report),
    replay: async (name, eventId) => replayDead(db, log, find(name), eventId),
    setDemoLogin: features.setDemoLogin,
    spaces: features.spaces,
    operator: features.operator,
    endStandings: features.endStandings,
    async settle() {
      for (let reached: number | undefined; ;) {
        const { rows } = await pool.query<{ xid: string; id: number }>(
          "select xid::text as xid, id from event order by event.xid desc, id desc limit 1",
        );
        const [newest] = rows;
        if (!newest || newest.id === reached) return;
        await Promise.all(work.running().map((consumer) => consumer.reached(BigInt(newest.xid), newest.id)));
        // Consumers may have announced something themselves.
        reached = newest.id;
      }
    },
    arrived: () => features.idle(),
    async stop() {
      stopping = true;
      platform.sockets.close();
      await drain();
      await app.close();
      backup?.stop();
      await schedule.stop();
      await work.stop();
      await features.idle();
      await features.stopped();
      platform.media.close();
      platform.redis?.close();
      await pool.end();
    },
  };
}
