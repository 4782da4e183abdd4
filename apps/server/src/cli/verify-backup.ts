import type { Config } from "../config.ts";
import { openPlain, readPassphrase } from "../platform/backup/encryption.ts";
import { verifyBackup } from "../platform/backup/verify-backup.ts";
import { allMigrations, mediaFolderOf, migrateRestored } from "../site-backup.ts";
import { aboutBackup, contentsOf, endWithSignals, readBackupArguments } from "./restore.ts";
import { openScratchDatabase } from "./scratch-database.ts";

const usage = "maru verify-backup FILE [--passphrase-file FILE]";

/** `maru verify-backup`: restores a backup into a database of its own, compares everything, and throws it away. Answers the exit code. */
export async function verify(config: Config, args: string[]): Promise<number> {
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
    const scratch = await openScratchDatabase(config);
    try {
      const { url: databaseUrl } = scratch;
      const mediaFolder = mediaFolderOf(config);
      const restored = await verifyBackup(source, { databaseUrl, mediaFolder, spaces: allMigrations });
      await migrateRestored({ spaces: ["all"] }, databaseUrl);
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      const absent =
        restored.absent > 0
          ? ` ${restored.absent} picture files, of which it has the hashes only, are not in ${mediaFolder}.`
          : "";
      console.log(`${given.path} is good: ${contentsOf(restored)}, in ${seconds} s.${absent}`);
    } finally {
      source.destroy();
      await scratch.close();
    }
  });
}
