import { setImmediate } from "node:timers/promises";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

/** Tables that pages are made of: they show what they had until everything is there. */
const shown = ["film_member", "film_state", "film_review_state"] as const;
/** Tables that nobody reads but the consumer, which waits for a rebuild, with their keys: they are emptied at once, and indexed when they are full. */
const keys = {
  film_opinion: "account_id, film_id",
  film_reaction: "account_id, review_id",
  film_pair: "from_id, to_id",
} as const;
export type UnshownTable = keyof typeof keys;

export async function clearShown(tx: Tx): Promise<void> {
  for (const table of shown) await sql`delete from ${sql.table(table)}`.execute(tx);
}

const keyOf = (table: UnshownTable) => sql.ref(`${table}_pkey`);

/** Empties a table and takes its index away. */
export async function openUnshown(tx: Tx, table: UnshownTable): Promise<void> {
  await sql`truncate ${sql.table(table)}`.execute(tx);
  await sql`alter table ${sql.table(table)} drop constraint ${keyOf(table)}`.execute(tx);
}

/** Makes the index of a table that is full. */
export async function closeUnshown(tx: Tx, table: UnshownTable): Promise<void> {
  await sql`set local maintenance_work_mem = '256MB'`.execute(tx);
  await sql`alter table ${sql.table(table)} add constraint ${keyOf(table)} primary key (${sql.raw(keys[table])})`.execute(
    tx,
  );
}

/** The consumer goes on at once, before the database would come to it by itself. */
export async function analyzeAll(tx: Tx): Promise<void> {
  await sql`analyze ${sql.join([...shown, ...Object.keys(keys)].map((table) => sql.table(table)))}`.execute(
    tx,
  );
}

export type Statement = RawBuilder<unknown>;

/** Runs statements one after the other; while the database is busy with one, the next one is made, and a step of another work. */
export async function runInTurn(
  tx: Tx,
  statements: Iterable<Statement>,
  meanwhile?: Iterator<unknown>,
): Promise<void> {
  const all = statements[Symbol.iterator]();
  let next = all.next();
  const beside = async () => {
    // What has been asked for is sent first.
    await setImmediate();
    next = all.next();
    meanwhile?.next();
  };
  while (!next.done) await Promise.all([next.value.execute(tx), beside()]);
}
