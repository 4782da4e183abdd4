import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";

/** A folder of migrations; the names of those in it are kept with the prefix before them. */
export interface MigrationFolder {
  prefix: string;
  path: string;
}

/** The migrations of the core. */
export const ownFolder: MigrationFolder = {
  prefix: "",
  path: join(import.meta.dirname, "../../../migrations"),
};
/** What was applied to a database is remembered in it. */
export const migrationTable =
  "create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())";
/** Any number, the same in every process that migrates: the name of the lock. */
export const migrationLock = 7_270_118;

/**
 * Brings the schema up to date: plain SQL files, folder by folder in order of their number, each in a transaction of its own, one process
 * at a time. A file that was applied must not change afterwards, and a database that is newer than the program is refused. What a folder
 * that is not given has applied (that of a space that is switched off) stays as it is.
 */
export async function migrate(
  pool: pg.Pool,
  onApplied: (name: string) => void = () => {},
  folders: readonly MigrationFolder[] = [],
  core = ownFolder,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await client.query(migrationTable);
    const applied = new Map(
      (await client.query<{ name: string; hash: string }>("select name, hash from migration")).rows.map(
        (row) => [row.name, row.hash],
      ),
    );
    for (const folder of [core, ...folders])
      for (const name of await applyFolder(client, folder, applied)) onApplied(name);
  } finally {
    await client.query("select pg_advisory_unlock($1)", [migrationLock]).catch(() => {});
    client.release();
  }
}

/** The files of a folder, in the order in which they are applied. */
export const listMigrations = async (path: string): Promise<string[]> =>
  (await readdir(path)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();

/** A migration, and the hash by which a change of it is noticed. */
export async function readMigration(path: string, file: string): Promise<{ text: string; hash: string }> {
  const text = await readFile(join(path, file), "utf8");
  return { text, hash: createHash("sha256").update(text).digest("hex") };
}

const prefixOf = (name: string) => name.slice(0, name.lastIndexOf("/") + 1);

/** Applies what is new in a folder; answers its names. */
async function applyFolder(
  client: pg.PoolClient,
  { prefix, path }: MigrationFolder,
  applied: ReadonlyMap<string, string>,
): Promise<string[]> {
  const files = await listMigrations(path);
  const names = new Set(files.map((file) => prefix + file));
  const before = [...applied.keys()].filter((name) => prefixOf(name) === prefix).sort();
  const unknown = before.find((name) => !names.has(name));
  if (unknown !== undefined) {
    throw new Error(
      `This database was made by a newer Maru (it has migration ${unknown}). Start that version, or restore a backup.`,
    );
  }
  const newest = before.at(-1) ?? "";
  const fresh: string[] = [];
  for (const file of files) {
    const name = prefix + file;
    if (!applied.has(name) && name < newest) {
      throw new Error(
        `Migration ${name} comes before ${newest}, which is applied already. Migrations only go forward.`,
      );
    }
    const { text, hash } = await readMigration(path, file);
    if (applied.has(name)) {
      if (applied.get(name) !== hash)
        throw new Error(`Migration ${name} was changed after it had been applied.`);
      continue;
    }
    await apply(client, name, text, hash);
    fresh.push(name);
  }
  return fresh;
}

async function apply(client: pg.PoolClient, name: string, text: string, hash: string): Promise<void> {
  await client.query("begin");
  try {
    await client.query("set local statement_timeout = 0");
    await client.query(text);
    await client.query("insert into migration (name, hash) values ($1, $2)", [name, hash]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}
