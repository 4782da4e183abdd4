import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg, { type ClientBase } from "pg";
import { from } from "pg-copy-streams";
import { migrationLock } from "../database/migrate.ts";
import { createPartition, partitionDay } from "../events/partitions.ts";
import { beForever, listTables, readSequences, type Sequences, writeAlike } from "./backup-queries.ts";
import { BackupFault, type TableShape } from "./format.ts";

/** Begins the transaction in which everything is restored; a site that is started meanwhile waits. */
export async function beginRestore(client: ClientBase): Promise<void> {
  await client.query("begin");
  await beForever(client);
  await client.query(`select pg_advisory_xact_lock(${migrationLock})`);
  await writeAlike(client);
  // Indexes are made at the end, from all rows at once.
  await client.query("set local maintenance_work_mem = '128MB'");
}

/** Whether there is nothing in the database yet, but what extensions have brought. */
export async function isEmptyDatabase(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>(`
    select not exists (
      select from (select oid, relnamespace as schema from pg_class union all select oid, pronamespace from pg_proc) thing
      join pg_namespace n on n.oid = thing.schema
      where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and not exists (select from pg_depend d where d.objid = thing.oid and d.deptype = 'e')) as empty`);
  return rows[0]!.empty;
}

/** Makes the partitions of the event log that there were. */
export async function createPartitions(client: ClientBase, days: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ known: boolean }>(
    "select to_regproc('sample_less') is not null as known",
  );
  for (const day of days) {
    const from = partitionDay(day);
    if (Number.isNaN(from.getTime())) throw new BackupFault(`It speaks of a day ${day}.`);
    const statements = createPartition(from);
    await client.query(statements.create);
    if (rows[0]!.known) await client.query(statements.sampleLess);
  }
}

/** Throws a BackupFault unless the schema has all of these tables with all of these columns. */
export async function expectTables(client: ClientBase, tables: readonly TableShape[]): Promise<void> {
  const known = new Map((await listTables(client)).map(({ name, columns }) => [name, new Set(columns)]));
  for (const { name, columns } of tables)
    if (!columns.every((column) => known.get(name)?.has(column)))
      throw new BackupFault(`It holds a table ${name} that is not one of its version of Maru.`);
}

/** What was taken off tables: the statements that put it back. */
export interface TakenOff {
  indexes: string[];
  /** Of rows to rows: these come last. */
  references: string[];
}

/**
 * Takes what would make loading slow, or need an order, off the tables: foreign keys, indexes, and keys as well; and the rows that migrations
 * put there.
 */
export async function clearTables(client: ClientBase, tables: readonly string[]): Promise<TakenOff> {
  const references = await listConstraints(client, "contype = 'f'");
  const keys = await listConstraints(
    client,
    `contype in ('p', 'u') and exists (
       select from pg_class c where c.oid = conrelid and c.relkind = 'r' and not c.relispartition and c.relname = any($1))`,
    [tables],
  );
  for (const { owner, name } of [...references, ...keys])
    await client.query(`alter table ${owner} drop constraint ${name}`);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relname = any($1) and c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
       and not exists (select from pg_constraint where conindid = i.indexrelid) order by 1`,
    [tables],
  );
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await client.query(`truncate ${tables.map((table) => client.escapeIdentifier(table)).join(", ")}`);
  return {
    indexes: [...keys.map(({ add }) => add), ...indexes.map(({ definition }) => definition)],
    references: references.map(({ add }) => add),
  };
}

async function listConstraints(client: ClientBase, condition: string, values: unknown[] = []) {
  const { rows } = await client.query<{ owner: string; name: string; add: string }>(
    `select owner, name, format('alter table %s add constraint %s %s', owner, name, definition) as add
     from (select conrelid::regclass::text as owner, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
       from pg_constraint
       where conparentid = 0 and connamespace = current_schema()::regnamespace and ${condition}) as one
     order by 1, 2`,
    values,
  );
  return rows;
}

/** Loads rows as COPY has written them. Throws a BackupFault for those that PostgreSQL does not take. */
export async function copyIn(
  client: ClientBase,
  { name, columns }: TableShape,
  content: AsyncIterable<Buffer>,
): Promise<void> {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(", ");
  try {
    await pipeline(
      Readable.from(content, { objectMode: false }),
      client.query(from(`copy ${client.escapeIdentifier(name)} (${list}) from stdin`)),
    );
  } catch (error) {
    if (!isAboutRows(error)) throw error;
    throw new BackupFault(`It is damaged: table ${name} cannot be loaded (${error.message}).`);
  }
}

/** Puts back what was taken off. The planner is told of the rows in between, since it looks for each row's reference. */
export async function completeTables(
  client: ClientBase,
  tables: readonly string[],
  { indexes, references }: TakenOff,
): Promise<void> {
  try {
    for (const statement of indexes) await client.query(statement);
    await client.query(`analyze ${tables.map((table) => client.escapeIdentifier(table)).join(", ")}`);
    for (const statement of references) await client.query(statement);
  } catch (error) {
    if (!isAboutRows(error)) throw error;
    throw new BackupFault(`Its tables do not fit together (${error.message}).`);
  }
}

export async function setSequences(
  client: ClientBase,
  tables: readonly string[],
  sequences: Sequences,
): Promise<void> {
  const known = await readSequences(client, tables);
  for (const [name, { value, isCalled }] of Object.entries(sequences)) {
    if (!known[name])
      throw new BackupFault(`It holds a sequence ${name} that is not one of its version of Maru.`);
    await client.query("select setval($1::regclass, $2, $3)", [
      client.escapeIdentifier(name),
      value,
      isCalled,
    ]);
  }
}

/** Wrong data and broken constraints, by the class of the error; not a full disk or a lost connection. */
const isAboutRows = (error: unknown): error is pg.DatabaseError =>
  error instanceof pg.DatabaseError && /^(22|23)/.test(error.code ?? "");
