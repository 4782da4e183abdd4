import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { encrypted } from "./encryption.ts";
import type { Manifest } from "./format.ts";
import { syncFolder } from "./restore-media.ts";
import { createArchiveWriter } from "./write-archive.ts";
import { type BackupSource, writeBackup } from "./write-backup.ts";

const unfinished = /\.[0-9a-f]{8}\.unfinished$/;
const oldMs = 24 * 3_600_000;

export interface WrittenBackup {
  path: string;
  bytes: number;
  manifest: Manifest;
}

/** What a backup of that moment is called; readable, and in the order of time. */
export function backupName(at: Date, isEncrypted: boolean): string {
  const time = at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
  return `maru-${time}Z.tar${isEncrypted ? ".age" : ""}`;
}

/**
 * Writes a backup to a file, or to one of the usual name in a folder. It has another name until all of it is on disk, so that what looks like a
 * backup is one. Nothing is overwritten. Aborted or failed, it leaves nothing.
 */
export async function writeBackupFile(
  target: string,
  source: BackupSource,
  passphrase: string | undefined,
  signal?: AbortSignal,
): Promise<WrittenBackup> {
  const found = await stat(target).catch(() => undefined);
  if (found && !found.isDirectory()) throw new Error(`${target} is there already. Choose another name.`);
  const path = found ? join(target, backupName(new Date(), passphrase !== undefined)) : target;
  const folder = dirname(path);
  await stat(folder).catch(() => {
    throw new Error(
      `There is no folder ${folder}. Make it first, so that a disk that is not mounted is noticed.`,
    );
  });
  const temporary = `${path}.${randomBytes(4).toString("hex")}.unfinished`;
  const archive = createArchiveWriter();
  // Whatever fails ends the rest.
  const failed = new AbortController();
  const ended = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
  try {
    const file = createWriteStream(temporary, { flags: "wx", mode: 0o600, flush: true });
    const bytes = encrypted(archive.output, passphrase);
    const [manifest] = await Promise.all([
      writeBackup(archive, source, ended),
      bytes.then((content) => pipeline(content, file, { signal: ended })),
    ]);
    await rename(temporary, path);
    await syncFolder(folder);
    return { path, bytes: (await stat(path)).size, manifest };
  } catch (error) {
    failed.abort(error);
    archive.abort(error as Error);
    await rm(temporary, { force: true });
    throw inWords((signal?.aborted ? signal.reason : error) as NodeJS.ErrnoException, folder);
  }
}

/** Removes what backups that were killed have left in a folder, a day later. */
export async function sweepUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!unfinished.test(name) || !name.startsWith("maru-")) continue;
    const path = join(folder, basename(name));
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (mtimeMs < Date.now() - oldMs) await rm(path, { force: true });
  }
}

function inWords(error: NodeJS.ErrnoException, folder: string): Error {
  if (error.code === "ENOSPC")
    return new Error(`The disk of ${folder} is full. Free some, or write the backup elsewhere.`);
  if (error.code === "EFBIG") return new Error(`${folder} does not take a file as large as this backup.`);
  if (error.code === "EACCES" || error.code === "EROFS")
    return new Error(`${folder} cannot be written to (${error.message}).`);
  return error;
}
