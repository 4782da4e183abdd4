import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

const tables = {
  search_post: "post_id",
  search_account: "account_id",
  search_tag: "tag",
  search_topic: "topic_id",
} as const;
export type SearchTable = keyof typeof tables;

const nextOf = (table: string) => `${table}_next`;

/** An empty table beside it, to be filled without an index. Answers its name. */
export async function createNext(tx: Tx, table: SearchTable): Promise<string> {
  const next = nextOf(table);
  await sql`drop table if exists ${sql.table(next)}`.execute(tx);
  await sql`create table ${sql.table(next)} (like ${sql.table(table)} including defaults including constraints)`.execute(
    tx,
  );
  return next;
}

/** Makes the indexes of a filled table. */
export async function indexNext(tx: Tx, table: SearchTable): Promise<void> {
  const next = nextOf(table);
  await sql`select sample_less(${next}, '{tokens}')`.execute(tx);
  // As in the migrations: new rows must not make the vacuum read the whole index.
  await sql`alter table ${sql.table(next)} set (autovacuum_vacuum_insert_threshold = 100000)`.execute(tx);
  await sql`set local maintenance_work_mem = '256MB'`.execute(tx);
  await sql`alter table ${sql.table(next)} add constraint ${sql.ref(`${next}_pkey`)} primary key (${sql.ref(tables[table])})`.execute(
    tx,
  );
  await sql`create index ${sql.ref(`${next}_tokens`)} on ${sql.table(next)} using gin (tokens) with (fastupdate = on, gin_pending_list_limit = 256)`.execute(
    tx,
  );
}

/** Puts the new table in the place of the old one: for a moment, at the end of the transaction, nobody can search. */
export async function swapNext(tx: Tx, table: SearchTable): Promise<void> {
  const next = nextOf(table);
  await sql`drop table ${sql.table(table)}`.execute(tx);
  await sql`alter table ${sql.table(next)} rename to ${sql.ref(table)}`.execute(tx);
  await sql`alter index ${sql.ref(`${next}_pkey`)} rename to ${sql.ref(`${table}_pkey`)}`.execute(tx);
  await sql`alter index ${sql.ref(`${next}_tokens`)} rename to ${sql.ref(`${table}_tokens`)}`.execute(tx);
}

export async function replaceSegments(
  tx: Tx,
  segments: readonly { number: number; firstId: number; posts: number }[],
): Promise<void> {
  await tx.deleteFrom("searchSegment").execute();
  await tx
    .insertInto("searchSegment")
    .values([...segments])
    .execute();
}
