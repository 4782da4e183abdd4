import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";

const ownFolder = join(import.meta.dirname, "../../../migrations");
/** Any number, the same in every process that migrates: the name of the lock. */
const migrationLock = 7_270_118;

/**
 * Brings the schema up to date: plain SQL files, in order of their number, each in a transaction of its own, one process at a
 * time. A file that was applied must not change afterwards, and a database that is newer than the program is refused.
 */
export async function migrate(
  pool: pg.Pool,
  onApplied: (name: string) => void = () => {},
  folder = ownFolder,
): Promise<void> {
  const files = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await client.query(
      "create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())",
    );
    const applied = new Map(
      (await client.query<{ name: string; hash: string }>("select name, hash from migration")).rows.map(
        (row) => [row.name, row.hash],
      ),
    );
    for (const name of applied.keys()) {
      if (!files.includes(name)) {
        throw new Error(
          `This database was made by a newer Maru (it has migration ${name}). Start that version, or restore a backup.`,
        );
      }
    }
    const newest = [...applied.keys()].sort().at(-1) ?? "";
    for (const name of files) {
      if (!applied.has(name) && name < newest) {
        throw new Error(
          `Migration ${name} comes before ${newest}, which is applied already. Migrations only go forward.`,
        );
      }
      const text = await readFile(join(folder, name), "utf8");
      const hash = createHash("sha256").update(text).digest("hex");
      if (applied.has(name)) {
        if (applied.get(name) !== hash)
          throw new Error(`Migration ${name} was changed after it had been applied.`);
        continue;
      }
      await apply(client, name, text, hash);
      onApplied(name);
    }
  } finally {
    await client.query("select pg_advisory_unlock($1)", [migrationLock]).catch(() => {});
    client.release();
  }
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
