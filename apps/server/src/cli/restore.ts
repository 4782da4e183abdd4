import type { Readable } from "node:stream";
import { parseArgs } from "node:util";
import type { Config } from "../config.ts";
import { openPlain, readPassphrase } from "../platform/backup/encryption.ts";
import { BackupFault } from "../platform/backup/format.ts";
import { type Restored, restoreBackup } from "../platform/backup/restore-backup.ts";
import { createMediaTarget } from "../platform/backup/restore-media.ts";
import { allMigrations, mediaFolderOf, migrateRestored } from "../site-backup.ts";
import { openDatabase } from "./database.ts";

const usage = "maru restore FILE [--passphrase-file FILE]";

/** `maru restore`: puts a backup into an empty database. Answers the exit code. */
export async function restore(config: Config, args: string[]): Promise<number> {
  const given = readBackupArguments(config, args);
  if (!given) {
    console.error(`It is: ${usage}`);
    return 2;
  }
  const began = Date.now();
  return aboutBackup(given.path, async () => {
    const passphrase = given.passphraseFile && (await readPassphrase(given.passphraseFile));
    const source = await openPlain(given.path, passphrase);
    endWithSignals(source);
    const database = await openDatabase(config);
    try {
      const media = createMediaTarget(mediaFolderOf(config));
      const restored = await restoreBackup(source, {
        databaseUrl: database.url,
        media,
        spaces: allMigrations,
      });
      await migrateRestored(config, database.url);
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      console.log(`${contentsOf(restored)} are restored, in ${seconds} s. Start Maru: npm start`);
      if (restored.absent > 0)
        console.error(
          `${restored.absent} picture files, of which the backup has the hashes only, are not in ${mediaFolderOf(config)}. Put them there.`,
        );
    } finally {
      source.destroy();
      await database.close();
    }
  });
}

/** The file and how to decrypt it; undefined when that is not what was given. */
export function readBackupArguments(
  config: Config,
  args: string[],
): { path: string; passphraseFile: string | undefined } | undefined {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { "passphrase-file": { type: "string" } },
  });
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) return undefined;
  return { path, passphraseFile: values["passphrase-file"] ?? config.backupPassphraseFile };
}

/** Whoever interrupts what is done with a backup finds nothing of it: it ends as if the file were cut off. */
export function endWithSignals(source: Readable): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => source.destroy(new BackupFault("It was interrupted.")));
}

/** Does something with a backup; what is wrong with that is said in one line, and the exit code is 1. */
export async function aboutBackup(path: string, work: () => Promise<void>): Promise<number> {
  try {
    await work();
    return 0;
  } catch (error) {
    if (!(error instanceof BackupFault)) throw error;
    console.error(`${path} cannot be used. ${error.message} Nothing was changed.`);
    return 1;
  }
}

export function contentsOf({ header, manifest }: Restored): string {
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
  const { files } = manifest.media;
  return `${rows} rows of ${header.tables.length} tables and ${files} picture files of ${header.createdAt}`;
}
