import type { ClientBase } from "pg";
import { listMigrations, type MigrationFolder, migrationTable, ownFolder, readMigration } from "./migrate.ts";

/** A migration that a database has had. */
export interface RecordedMigration {
  name: string;
  hash: string;
}

/** What a database has had. Nothing where Maru was never started on it. */
export async function listRecorded(client: ClientBase): Promise<RecordedMigration[]> {
  const { rows } = await client.query<{ known: boolean }>(
    "select to_regclass('migration') is not null as known",
  );
  if (!rows[0]!.known) return [];
  return (await client.query<RecordedMigration>("select name, hash from migration order by name")).rows;
}

/**
 * The texts of recorded migrations, in an order in which they can be applied: the core's, then each space's. Throws, in words for the operator,
 * for one that this program does not have or has otherwise.
 */
export async function readRecorded(
  recorded: readonly RecordedMigration[],
  spaces: readonly MigrationFolder[],
): Promise<(RecordedMigration & { text: string })[]> {
  const wanted = new Map(recorded.map(({ name, hash }) => [name, hash]));
  const found: (RecordedMigration & { text: string })[] = [];
  for (const { prefix, path } of [ownFolder, ...spaces])
    for (const file of await listMigrations(path)) {
      const name = prefix + file;
      if (!wanted.has(name)) continue;
      const { text, hash } = await readMigration(path, file);
      if (hash !== wanted.get(name))
        throw new Error(
          `Migration ${name} is another one in this version of Maru. Use the version it is from.`,
        );
      found.push({ name, hash, text });
      wanted.delete(name);
    }
  const [unknown] = wanted.keys();
  if (unknown !== undefined)
    throw new Error(
      `Migration ${unknown} is not known here: it is from a newer Maru. Use that version, or a newer one.`,
    );
  return found;
}

/** Applies them to an empty database, in the caller's transaction, and records them. */
export async function applyRecorded(
  client: ClientBase,
  migrations: readonly (RecordedMigration & { text: string })[],
): Promise<void> {
  await client.query(migrationTable);
  for (const { name, hash, text } of migrations) {
    await client.query(text);
    await client.query("insert into migration (name, hash) values ($1, $2)", [name, hash]);
  }
}

/** The tables that they make. Whatever else is in the database is not Maru's. */
export const tablesOf = (migrations: readonly { text: string }[]): Set<string> =>
  new Set(
    migrations.flatMap(({ text }) =>
      [...text.matchAll(/^\s*create table (?:if not exists )?(\w+)/gim)].map((match) => match[1]!),
    ),
  );
