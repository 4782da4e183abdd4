import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Config } from "./config.ts";
import type { WrittenBackup } from "./platform/backup/backup-file.ts";
import { createNightlyBackup, type NightlyBackup } from "./platform/backup/nightly.ts";
import type { backUpSite } from "./site-backup.ts";

type Arguments = Parameters<typeof backUpSite>;

export interface BackupTask {
  config: Arguments[0];
  databaseUrl: string;
  target: string;
  options: Omit<Arguments[3], "signal">;
}

export type BackupAnswer = { written: WrittenBackup } | { error: string };

/** The nightly backup that the settings ask for; undefined when they do not. */
export function createSiteBackup(
  config: Config,
  databaseUrl: string,
  logger: Logger,
): NightlyBackup | undefined {
  const { backupDir: folder, backupHour: hour, backupKeep: keep, dataDir } = config;
  if (folder === undefined) return undefined;
  const options = { media: config.backupMedia, passphraseFile: config.backupPassphraseFile };
  const task = { config: { dataDir }, databaseUrl, target: folder, options };
  return createNightlyBackup({ folder, hour, keep, write: (signal) => backUpApart(task, signal), logger });
}

/** Writes a backup in a process of its own, of low priority, so that the site hardly notices. Ended by the signal it leaves nothing. */
async function backUpApart(task: BackupTask, signal: AbortSignal): Promise<WrittenBackup> {
  const child = fork(join(import.meta.dirname, "backup-worker.ts"), {
    // The database's address comes by the channel, and nothing else of the environment is its business.
    env: {},
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const end = () => child.kill("SIGTERM");
  signal.addEventListener("abort", end);
  try {
    let answer: BackupAnswer | undefined;
    child.on("message", (message: BackupAnswer) => (answer = message));
    const ended = once(child, "exit");
    child.send(task);
    await ended;
    if (answer && "written" in answer) return answer.written;
    throw new Error(answer ? answer.error : "The process that wrote the backup has ended without one.");
  } finally {
    signal.removeEventListener("abort", end);
  }
}
