import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chooseAccount } from "./account.ts";
import { applicationUser, ensureApplicationDatabase } from "./application-database.ts";
import { installedPackage, prepareBinaries } from "./binaries.ts";
import { createData, findData, giveDataTo } from "./data-folder.ts";
import { type Endpoint, endpoints, removeStaleSocketLock } from "./endpoint.ts";
import { failureOf, refusal } from "./failure.ts";
import { lockFolder } from "./folder-lock.ts";
import { stopLeftover } from "./leftover.ts";
import type { Log } from "./log.ts";
import { createPassword, readPassword, setPassword } from "./password.ts";
import { launchPostmaster, type Postmaster } from "./postmaster.ts";
import { nameForServer } from "./server-process.ts";
import { settingArguments } from "./settings.ts";
import { supervise } from "./supervise.ts";

export interface EmbeddedPostgres {
  /** Options for node-postgres; `host` is the folder of a Unix socket, or the loopback address. */
  connection: { host: string; port: number; user: string; password: string; database: string };
  connectionString: string;
  /** Called once, with one clear line, when the server died and could not be brought back. */
  onGiveUp(listener: (error: Error) => void): void;
  /** Ends the server by a fast shutdown and lets go of the folder. Repeat-safe. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  dataDir: string;
  log: Log;
  /** PostgreSQL settings by name, before Maru's own defaults. */
  settings?: Record<string, string>;
  /** The database to connect to, created when absent. */
  database?: string;
  /** Where the package with the programs is; by default where npm put it. */
  packageRoot?: string;
}

const orphansRemain = /pre-existing shared memory block/;
const noSocket = /could not (bind|create).*Unix/i;

/** Starts PostgreSQL on the data folder and keeps it running; every refusal is one sentence for the operator. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  try {
    const lock = lockFolder(dataDir);
    try {
      return await startLocked({ ...options, dataDir }, () => lock.release());
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw failureOf(error, dataDir);
  }
}

async function startLocked(options: EmbeddedPostgresOptions, unlock: () => void): Promise<EmbeddedPostgres> {
  const { dataDir, log, settings, database = "maru", packageRoot = installedPackage() } = options;
  const pgData = join(dataDir, "postgres");
  const passwordFile = join(dataDir, "postgres.password");
  const account = await chooseAccount(pgData, log);
  const binaries = await prepareBinaries(packageRoot, account, dataDir);

  const isOld = await findData(pgData, binaries);
  const known = await readPassword(passwordFile);
  const password = known ?? (await createPassword(passwordFile));
  if (!isOld) await createData(pgData, password, binaries, account);
  await giveDataTo(account, pgData);
  await stopLeftover(pgData, binaries.pgCtl, log);
  if (isOld && !known) {
    log("warn", `${passwordFile} was missing; the database has a new password.`);
    await setPassword(pgData, password, binaries, account);
  }

  const launchAt = async (endpoint: Endpoint) => {
    await stopLeftover(pgData, binaries.pgCtl, log);
    await removeStaleSocketLock(endpoint);
    return launchPostmaster(pgData, settingArguments(endpoint, settings), binaries, account, log);
  };
  const choices = endpoints(pgData, await nameForServer(pgData, account), account);
  const { endpoint, postmaster } = await launchAtFirstThatWorks([...choices], launchAt);
  try {
    await ensureApplicationDatabase(endpoint, password, database, !known);
  } catch (error) {
    await postmaster.stop();
    await endpoint.remove();
    throw error;
  }

  const gaveUp = Promise.withResolvers<Error>();
  const launch = () => launchAt(endpoint);
  const supervisor = supervise(
    postmaster,
    launch,
    (words) => gaveUp.resolve(notComingBack(words, dataDir)),
    log,
  );
  let stopping: Promise<void> | undefined;
  const { host, port } = endpoint;
  return {
    connection: { host, port, user: applicationUser, password, database },
    connectionString: urlOf(endpoint, password, database),
    onGiveUp: (listener) => void gaveUp.promise.then(listener),
    stop: () =>
      (stopping ??= supervisor
        .stop()
        .then(() => endpoint.remove())
        .finally(unlock)),
  };
}

async function launchAtFirstThatWorks(
  choices: (() => Promise<Endpoint>)[],
  launchAt: (endpoint: Endpoint) => Promise<Postmaster>,
) {
  let lastError: unknown;
  for (const choose of choices) {
    const endpoint = await choose().catch((error: unknown) => void (lastError = error));
    if (!endpoint) continue;
    try {
      return { endpoint, postmaster: await launchPatiently(() => launchAt(endpoint)) };
    } catch (error) {
      await endpoint.remove();
      lastError = error;
      if (!noSocket.test(String(error))) break;
    }
  }
  throw lastError;
}

/** The processes of a server whose head was killed need a moment to notice it; until then a new one refuses. */
async function launchPatiently(launch: () => Promise<Postmaster>) {
  for (const end = Date.now() + 10_000; ; await pause(50)) {
    try {
      return await launch();
    } catch (error) {
      if (!orphansRemain.test(String(error)) || Date.now() > end) throw error;
    }
  }
}

/** A URL that every parser takes; the folder of a socket rides along as `host`, which wins over the name. */
export function urlOf(
  { host, port, socketFolder }: Pick<Endpoint, "host" | "port"> & { socketFolder?: unknown },
  password: string,
  database: string,
) {
  const place = socketFolder
    ? `localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    : `${host}:${port}/${database}`;
  return `postgresql://${applicationUser}:${password}@${place}`;
}

function notComingBack(lastWords: string, dataDir: string) {
  const reason = failureOf(lastWords, dataDir).message;
  return refusal(`PostgreSQL ended and could not be brought back. ${reason}`);
}
