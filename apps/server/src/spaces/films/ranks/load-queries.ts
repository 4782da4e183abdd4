import { type Selectable, sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Id, Tables } from "../../../platform/database/tables.ts";
import type { Film, Pair, Reaction, Review, User, Vote } from "../engine/index.ts";
import { type IdPair, keyOf, toReaction, toVote } from "./codecs.ts";

/** Pairs as the two columns of a table `wanted(one, other)`. */
const wanted = (pairs: readonly IdPair[]) =>
  sql`unnest(${pairs.map(([one]) => one)}::bigint[], ${pairs.map(([, other]) => other)}::bigint[]) as wanted(one, other)`;

async function selectStates<T>(
  tx: Tx,
  table: string,
  id: string,
  ids: readonly Id[],
): Promise<Map<string, T>> {
  const { rows } = await sql<{ id: Id; state: T }>`
    select ${sql.ref(id)} as id, state from ${sql.table(table)} where ${sql.ref(id)} = any(${ids}::bigint[])
  `.execute(tx);
  return new Map(rows.map((row) => [String(row.id), row.state]));
}

export const selectMembers = (tx: Tx, ids: readonly Id[]) =>
  selectStates<User>(tx, "film_member", "account_id", ids);
export const selectFilms = (tx: Tx, ids: readonly Id[]) =>
  selectStates<Film>(tx, "film_state", "film_id", ids);
export const selectReviews = (tx: Tx, ids: readonly Id[]) =>
  selectStates<Review>(tx, "film_review_state", "review_id", ids);

/** By member and film. */
export async function selectVotes(tx: Tx, pairs: readonly IdPair[]): Promise<Map<string, Vote>> {
  const { rows } = await sql<Selectable<Tables["filmOpinion"]>>`
    select o.* from ${wanted(pairs)} join film_opinion o on o.account_id = wanted.one and o.film_id = wanted.other
  `.execute(tx);
  return new Map(rows.map((row) => [keyOf(row.accountId, row.filmId), toVote(row)]));
}

/** The review that a member wrote last of a film, by member and film: the one that lives, where one does. */
export async function selectLatestReviews(tx: Tx, pairs: readonly IdPair[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ one: Id; other: Id; id: Id }>`
    select distinct on (one, other) one, other, r.review_id as id
    from ${wanted(pairs)} join film_review_state r on r.account_id = wanted.one and r.film_id = wanted.other
    order by one, other, r.is_active desc, r.review_id desc
  `.execute(tx);
  return new Map(rows.map(({ one, other, id }) => [keyOf(one, other), String(id)]));
}

/** By member and review. */
export async function selectReactions(tx: Tx, pairs: readonly IdPair[]): Promise<Map<string, Reaction>> {
  const { rows } = await sql<Selectable<Tables["filmReaction"]>>`
    select r.* from ${wanted(pairs)} join film_reaction r on r.account_id = wanted.one and r.review_id = wanted.other
  `.execute(tx);
  return new Map(rows.map((row) => [keyOf(row.accountId, row.reviewId), toReaction(row)]));
}

/** How often one reacted to the other, by both. */
export async function selectPairs(tx: Tx, pairs: readonly IdPair[]): Promise<Map<string, Pair>> {
  const { rows } = await sql<{ one: Id; other: Id; count: number }>`
    select one, other, p.count from ${wanted(pairs)} join film_pair p on p.from_id = wanted.one and p.to_id = wanted.other
  `.execute(tx);
  return new Map(
    rows.map(({ one, other, count }) => [keyOf(one, other), { from: String(one), to: String(other), count }]),
  );
}

/** Those who have ever reacted to a review. */
export async function selectReactors(tx: Tx, ids: readonly Id[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: Id }>`
    select id from unnest(${ids}::bigint[]) as asked(id) where exists (select 1 from film_reaction r where r.account_id = asked.id)
  `.execute(tx);
  return new Set(rows.map(({ id }) => String(id)));
}

/** The films that somebody has ever had an opinion on. Their order among each other decides nothing. */
export async function selectFilmsOf(tx: Tx, id: Id): Promise<Id[]> {
  const { rows } = await sql<{ filmId: Id }>`
    select film_id from film_opinion where account_id = ${id}
    union select film_id from film_review_state where account_id = ${id} order by film_id
  `.execute(tx);
  return rows.map((row) => row.filmId);
}

/** The reviews that somebody has ever reacted to, the first first. */
export async function selectReactedBy(tx: Tx, id: Id): Promise<Id[]> {
  const { rows } = await sql<{ reviewId: Id }>`
    select review_id from film_reaction where account_id = ${id} order by place_of_member
  `.execute(tx);
  return rows.map((row) => row.reviewId);
}
