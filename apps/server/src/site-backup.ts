import { join } from "node:path";
import type { Config } from "./config.ts";
import type { Kept } from "./platform/backup/backup-queries.ts";
import { type WrittenBackup, writeBackupFile } from "./platform/backup/backup-file.ts";
import { readPassphrase } from "./platform/backup/encryption.ts";
import type { MediaMode } from "./platform/backup/format.ts";
import { createPool } from "./platform/database/database.ts";
import { migrate } from "./platform/database/migrate.ts";
import { chooseSpaces, migrationsOf, spaces } from "./spaces/index.ts";

const searched = [
  "search_segment",
  "search_post",
  "search_account",
  "search_tag",
  "search_topic",
  "chat_search",
];
const elsewhere = {
  consumer_position: "consumer not in ('search', 'search-names', 'search-opensearch', 'chat-search')",
  secret: "name not in ('events', 'redis')",
};

/**
 * What of a site a backup has not:
 *
 * - what is searched by: half of all bytes, and made anew from the tables when Maru starts and finds no position of these consumers;
 * - what is meant for minutes: a single-use link that has been used since would work once more, and a push message would come twice;
 * - the names under which brokers and Redis know the site: beside the old one, a restored site must not answer to them.
 *
 * People's sessions travel, as hashes: whoever restores a site wants it as it was, with everybody signed in.
 */
export const kept: Kept = {
  without: [...searched, "password_reset", "email_change", "idempotency_key", "push_message", "event_relay"],
  rows: elsewhere,
};

/** What is moved to another database for good has all of it but what is searched by. */
export const moved: Kept = { without: [...searched, "event_relay"], rows: elsewhere };

/** The migrations of every space there is: tables of one that is switched off travel too. */
export const allMigrations = migrationsOf(spaces);

export const mediaFolderOf = ({ dataDir }: Pick<Config, "dataDir">): string => join(dataDir, "media");

/** Writes a backup of the site in a database, to a file or into a folder. */
export async function backUpSite(
  config: Pick<Config, "dataDir">,
  databaseUrl: string,
  target: string,
  options: { media: MediaMode; passphraseFile: string | undefined; signal?: AbortSignal },
): Promise<WrittenBackup> {
  const passphrase =
    options.passphraseFile === undefined ? undefined : await readPassphrase(options.passphraseFile);
  const { media, signal } = options;
  const source = { databaseUrl, mediaFolder: mediaFolderOf(config), media, spaces: allMigrations, kept };
  return writeBackupFile(target, source, passphrase, signal);
}

/** Brings a restored database to the schema of this program. */
export async function migrateRestored(config: Pick<Config, "spaces">, databaseUrl: string): Promise<void> {
  const pool = createPool(databaseUrl, 1, () => {});
  try {
    await migrate(pool, () => {}, migrationsOf(chooseSpaces(config.spaces)));
  } finally {
    await pool.end();
  }
}
