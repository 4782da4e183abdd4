import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { OpinionRow, PairRow, ReactionRow } from "./codecs.ts";
import type { EntryRow } from "./entries.ts";
import { insertion, insertionOf, rowsOf } from "./row-queries.ts";
import type { Audience } from "./voices.ts";

/** What rows of the tables are made of (row-queries.ts). */
export const columns = {
  film_member: "account_id bigint, tier smallint, weight integer, state jsonb",
  film_state: "film_id bigint, state jsonb, voices jsonb, distribution integer[], people integer",
  film_opinion:
    "account_id bigint, film_id bigint, at float8, is_active boolean, opinion smallint, weight integer, class smallint, epoch integer, watched_in integer, high integer, low integer, heard_in integer",
  film_review_state:
    "review_id bigint, account_id bigint, film_id bigint, sympathy integer, is_active boolean, state jsonb",
  film_reaction:
    "account_id bigint, review_id bigint, value smallint, weight integer, place integer, points integer, at float8",
  film_pair: "from_id bigint, to_id bigint, count integer",
  film_rank_entry:
    "id bigint, account_id bigint, at timestamptz, kind text, delta integer, points integer, tier smallint, review_id bigint, by_tier smallint, detail text",
} as const;
export type FilledTable = keyof typeof columns;

/** Rows that the table does not have yet. */
export const insert = (table: FilledTable, rows: readonly object[]): RawBuilder<unknown> =>
  insertion(table, columns[table], rows);

/** The same, given as one array for each column. */
export const insertArrays = (table: FilledTable, arrays: readonly Buffer[]): RawBuilder<unknown> =>
  insertionOf(table, columns[table], arrays);

/** Rows of which the table may have some already, by its key; those get the new values. */
async function upsert(
  tx: Tx,
  table: FilledTable,
  key: readonly string[],
  changing: readonly string[],
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = changing.map((name) => `${name} = excluded.${name}`).join(", ");
  await sql`${insert(table, rows)} on conflict (${sql.raw(key.join(", "))}) do update set ${sql.raw(values)}`.execute(
    tx,
  );
}

export interface MemberRow {
  account_id: Id;
  tier: number;
  weight: number;
  state: object;
}

export const upsertMembers = (tx: Tx, rows: readonly MemberRow[]): Promise<void> =>
  upsert(tx, "film_member", ["account_id"], ["tier", "weight", "state"], rows);

export interface FilmStateRow extends Audience {
  film_id: Id;
  state: object;
  people: number;
}

export const upsertFilmStates = (tx: Tx, rows: readonly FilmStateRow[]): Promise<void> =>
  upsert(tx, "film_state", ["film_id"], ["state", "voices", "distribution", "people"], rows);

export const upsertOpinions = (tx: Tx, rows: readonly OpinionRow[]): Promise<void> =>
  upsert(
    tx,
    "film_opinion",
    ["account_id", "film_id"],
    ["at", "is_active", "opinion", "weight", "class", "epoch", "watched_in", "high", "low", "heard_in"],
    rows,
  );

export interface ReviewStateRow {
  review_id: Id;
  account_id: Id;
  film_id: Id;
  sympathy: number;
  is_active: boolean;
  state: object;
}

export const upsertReviewStates = (tx: Tx, rows: readonly ReviewStateRow[]): Promise<void> =>
  upsert(tx, "film_review_state", ["review_id"], ["sympathy", "is_active", "state"], rows);

/** New ones get their place among the member's in the order in which they are given. */
export const upsertReactions = (tx: Tx, rows: readonly ReactionRow[]): Promise<void> =>
  upsert(tx, "film_reaction", ["account_id", "review_id"], ["value", "points", "at"], rows);

export const upsertPairs = (tx: Tx, rows: readonly PairRow[]): Promise<void> =>
  upsert(tx, "film_pair", ["from_id", "to_id"], ["count"], rows);

export async function insertEntries(tx: Tx, rows: readonly EntryRow[]): Promise<void> {
  if (rows.length > 0) await sql`${insert("film_rank_entry", rows)} on conflict do nothing`.execute(tx);
}

/** What lists show and are ordered by. `tier:n` among the labels follows the tier. */
export interface RankRow {
  film_id: Id;
  sort: number;
  score: number;
  evidence: number;
  is_charted: boolean;
  tier: number | null;
  in_series: boolean;
  heat: number;
  people: number;
}

const rankColumns =
  "film_id bigint, sort float8, score float8, evidence float8, is_charted boolean, tier smallint, in_series boolean, heat float8, people integer";

/** Rows that are so already are not written again: a rebuild mostly finds what was there. */
export const rankUpdate = (rows: readonly RankRow[]): RawBuilder<unknown> => sql`
  update film_rank r set sort = row.sort, score = row.score, evidence = row.evidence, is_charted = row.is_charted, tier = row.tier,
    in_series = row.in_series, heat = row.heat, people = row.people,
    labels = case when row.tier is not distinct from r.tier then r.labels
      else array_remove(r.labels, 'tier:' || r.tier) || case when row.tier is null then '{}' else array['tier:' || row.tier] end end
  from ${rowsOf(rows, rankColumns)}
  where r.film_id = row.film_id
    and (r.sort, r.score, r.evidence, r.is_charted, r.tier, r.in_series, r.heat, r.people)
      is distinct from (row.sort, row.score, row.evidence, row.is_charted, row.tier, row.in_series, row.heat, row.people)
`;

export async function updateRanks(tx: Tx, rows: readonly RankRow[]): Promise<void> {
  if (rows.length > 0) await rankUpdate(rows).execute(tx);
}

export interface KnownFilm extends Audience {
  heat: number;
}

/** The audience and the heat of films that the engine knows; by the engine's id. */
export async function selectAudiences(tx: Tx, ids: readonly Id[]): Promise<Map<string, KnownFilm>> {
  const { rows } = await sql<KnownFilm & { id: Id }>`
    select s.film_id as id, s.voices, s.distribution, coalesce(r.heat, 0) as heat
    from film_state s left join film_rank r using (film_id) where s.film_id = any(${ids}::bigint[])
  `.execute(tx);
  return new Map(rows.map(({ id, ...film }) => [String(id), film]));
}
