import type { Readable } from "node:stream";
import type { ClientBase } from "pg";
import { to } from "pg-copy-streams";
import { partitionsStill } from "../events/partitions.ts";
import { picturesStill } from "../media/media-queries.ts";
import type { TableShape } from "./format.ts";

/** What of a site does not travel; see site-backup.ts for why. */
export interface Kept {
  /** Tables that are left out. */
  without: readonly string[];
  /** A condition, in SQL, that rows of a table must meet. */
  rows: Readonly<Record<string, string>>;
}

/**
 * Held to the end of the transaction: partitions of the log and files of pictures stay as they are. In a transaction of its own, since the
 * snapshot of the backup must begin after it. Answers false where another backup is under way.
 */
export async function holdStill(client: ClientBase): Promise<boolean> {
  await client.query("begin");
  await beForever(client);
  const { rows } = await client.query<{ held: boolean }>(
    "select pg_try_advisory_xact_lock(hashtext('backup')) as held",
  );
  if (!rows[0]!.held) return false;
  await client.query(
    `select pg_advisory_xact_lock(${partitionsStill}), pg_advisory_xact_lock(${picturesStill})`,
  );
  return true;
}

/** Whether a site has connections to this database; as far as its user may see that. */
export async function isSiteRunning(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ running: boolean }>(`
    select exists (select from pg_stat_activity where datname = current_database() and application_name = 'maru') as running`);
  return rows[0]!.running;
}

/** No time limit that an operator or a pool has set may end the transaction in the middle. */
export async function beForever(client: ClientBase): Promise<void> {
  await client.query(`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`);
}

/** All rows are read as they are at the first statement after this, and written the same everywhere. */
export async function beginSnapshot(client: ClientBase): Promise<void> {
  await client.query("begin isolation level repeatable read, read only");
  await writeAlike(client);
}

/** How PostgreSQL writes values, and in which order it reads rows, to the end of the transaction. */
export async function writeAlike(client: ClientBase): Promise<void> {
  await beForever(client);
  await client.query(`
    set local client_encoding = 'UTF8'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
    set local extra_float_digits = 1; set local bytea_output = 'hex'; set local xmlbinary = 'base64';
    set local synchronize_seqscans = off; set local max_parallel_workers_per_gather = 0`);
}

/** The tables of the application's schema, without partitions, each with the columns that can be written. */
export async function listTables(client: ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(`
    select c.relname::text as name,
      array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    group by c.oid, c.relname order by c.relname`);
  return rows;
}

/** Nobody changes or empties the tables until the transaction ends. Takes no snapshot yet. */
export async function lockTables(client: ClientBase, tables: readonly string[]): Promise<void> {
  await client.query(
    `lock table ${tables.map((table) => client.escapeIdentifier(table)).join(", ")} in access share mode`,
  );
}

/** The days that the event log has partitions for. */
export async function listPartitionDays(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ day: string }>(`
    select substr(c.relname, 7) as day from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = to_regclass('event') and c.relname ~ '^event_\\d{8}$' order by 1`);
  return rows.map((row) => row.day);
}

export async function serverVersion(client: ClientBase): Promise<string> {
  return (await client.query<{ server_version: string }>("show server_version")).rows[0]!.server_version;
}

/** The rows of a table, in the order in which they lie. */
export function copyOut(client: ClientBase, { name, columns }: TableShape, condition = "true"): Readable {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(", ");
  return client.query(
    to(`copy (select ${list} from ${client.escapeIdentifier(name)} where ${condition}) to stdout`, {
      highWaterMark: 1024 * 1024,
    }),
  );
}

export type Sequences = Record<string, { value: string; isCalled: boolean }>;

/** Where the sequences of these tables are. They go on while a snapshot is read, so that they are never behind what is in it. */
export async function readSequences(client: ClientBase, tables: readonly string[]): Promise<Sequences> {
  // The one that no table owns numbers everything.
  const { rows } = await client.query<{ name: string }>(
    `select s.relname::text as name from pg_class s
     left join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
     left join pg_class t on t.oid = d.refobjid
     where s.relkind = 'S' and s.relnamespace = current_schema()::regnamespace
       and (t.relname::text = any($1) or s.relname = 'id_counter') order by s.relname`,
    [tables],
  );
  const sequences: Sequences = {};
  for (const { name } of rows) {
    const { rows: state } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${client.escapeIdentifier(name)}`,
    );
    sequences[name] = { value: state[0]!.value, isCalled: state[0]!.called };
  }
  return sequences;
}

/** The names of the files of all pictures, in order, in batches. */
export async function* listMediaFiles(client: ClientBase): AsyncGenerator<string[]> {
  await client.query(`
    declare media_file no scroll cursor for
    select distinct substr(variant ->> 'url', 8) as name from media, jsonb_array_elements(variants::jsonb) as variant order by 1`);
  for (;;) {
    const { rows } = await client.query<{ name: string }>("fetch 1000 from media_file");
    if (rows.length === 0) break;
    yield rows.map((row) => row.name);
  }
  await client.query("close media_file");
}
