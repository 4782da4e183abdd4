import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { defaults, startTotals, type Totals } from "../engine/index.ts";
import type { FilmEventRow } from "../film-events.ts";

/** A place in the log: right after the event with this transaction and id. */
export interface LogPlace {
  xid: string;
  id: Id;
}

export interface LoggedRow<Key extends Id | string = Id> extends FilmEventRow<Key> {
  xid: string;
}

export const beginning: LogPlace = { xid: "0", id: 0 };

/** Where the engine is, and what it keeps of all films; the row is held until the transaction ends. */
export async function lockEngine(tx: Tx): Promise<{ place: LogPlace; totals: Totals }> {
  const { rows } = await sql<{ xid: string; id: Id; totals: Totals | null }>`
    select xid::text, event_id as id, totals from film_engine for update
  `.execute(tx);
  const { xid, id, totals } = rows[0]!;
  return { place: { xid, id }, totals: totals ?? startTotals(defaults) };
}

export async function putEngine(tx: Tx, place: LogPlace, totals: Totals): Promise<void> {
  await sql`
    update film_engine set xid = ${place.xid}::xid8, event_id = ${place.id}, totals = ${JSON.stringify(totals)}::jsonb
  `.execute(tx);
}

/** Events as they are read: one array for each of what they have. */
type LoggedColumns<Key extends Id | string> = { [Name in keyof LoggedRow<Key>]: LoggedRow<Key>[Name][] };

/** The next events in the order of the log; none of a transaction beside which an earlier one may still be writing. */
export const readLog = (tx: Tx, after: LogPlace, most: number): Promise<LoggedRow[]> =>
  readAs<Id>(tx, "bigint", after, most);

/** The same with the ids as the engine has them, for who reads millions. */
export const readNamedLog = (tx: Tx, after: LogPlace, most: number): Promise<LoggedRow<string>[]> =>
  readAs<string>(tx, "text", after, most);

/** They come in one document: rows would cost a rebuild more than taking them in. */
async function readAs<Key extends Id | string>(
  tx: Tx,
  type: "bigint" | "text",
  after: LogPlace,
  most: number,
): Promise<LoggedRow<Key>[]> {
  const key = (column: string) => sql.raw(`array_agg(${column}::${type})`);
  const { rows } = await sql<{ events: LoggedColumns<Key> }>`
    select json_build_object('id', coalesce(array_agg(id), '{}'), 'xid', array_agg(xid::text), 'at', array_agg((extract(epoch from at) * 1000)::float8),
      'type', array_agg(type), 'accountId', ${key("account_id")}, 'filmId', ${key("film_id")}, 'reviewId', ${key("review_id")},
      'value', array_agg(value), 'payload', json_agg(payload)) as events
    from (
      select * from film_event
      where (film_event.xid, film_event.id) > (${after.xid}::xid8, ${after.id}::bigint) and film_event.xid < pg_snapshot_xmin(pg_current_snapshot())
      order by film_event.xid, film_event.id limit ${most}
    ) event
  `.execute(tx);
  const { events } = rows[0]!;
  return events.id.map((id, place) => ({
    id,
    xid: events.xid[place]!,
    at: events.at[place]!,
    type: events.type[place]!,
    accountId: events.accountId[place]!,
    filmId: events.filmId[place]!,
    reviewId: events.reviewId[place]!,
    value: events.value[place]!,
    payload: events.payload[place]!,
  }));
}

export type LogCounts = ReadonlyMap<FilmEventRow["type"], number>;

/** How many events of each type there are, about. */
export async function countLog(tx: Tx): Promise<LogCounts> {
  const { rows } = await sql<{ type: FilmEventRow["type"]; count: number }>`
    select type, count(*) as count from film_event group by type
  `.execute(tx);
  return new Map(rows.map(({ type, count }) => [type, count]));
}

/** Says at events why they could not be taken in. */
export async function setErrors(tx: Tx, failed: readonly { id: Id; error: string }[]): Promise<void> {
  await sql`
    update film_event e set error = f.error
    from unnest(${failed.map(({ id }) => id)}::bigint[], ${failed.map(({ error }) => error)}::text[]) as f(id, error) where e.id = f.id
  `.execute(tx);
}

/** Events of this type for each of these members. */
export const rankChanges = (accountIds: readonly Id[], type: string): RawBuilder<unknown> => sql`
  select 'account' as aggregatetype, id::text as aggregateid, ${type}::text as type, jsonb_build_object('accountId', id) as payload
  from unnest(${[...accountIds]}::bigint[]) as changed(id)`;
