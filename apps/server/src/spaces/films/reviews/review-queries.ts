import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { AspectList } from "../film-events.ts";

export interface ReviewFields {
  aspects: AspectList;
  isSpoiler: boolean;
}

export interface ReviewRow extends ReviewFields {
  id: Id;
  filmId: Id;
  authorId: Id;
}

/** False when the author has a review of the film already, which is locked then. */
export async function insertReview(tx: Tx, row: ReviewRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("filmReview")
    .values({ ...row, aspects: [...row.aspects] })
    .onConflict((conflict) => conflict.columns(["filmId", "authorId"]).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/**
 * Whether a review was deleted by a transaction that is younger than this one and has ended before: then this one has waited for it, perhaps with a
 * review that takes its place, and would be read before it.
 */
export async function isLoggedBehindDeletion(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ isBehind: boolean }>`
    select exists (
      select from film_event where xid > pg_current_xact_id() and type in ('review_delete', 'review_remove')
    ) as is_behind`.execute(tx);
  return rows[0]!.isBehind;
}

/** Keeps it from being changed until the transaction ends. */
export const lockReview = (tx: Tx, id: Id): Promise<ReviewRow | undefined> =>
  tx.selectFrom("filmReview").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();

export async function findReviewId(db: Db | Tx, filmId: Id, authorId: Id): Promise<Id | undefined> {
  const row = await db
    .selectFrom("filmReview")
    .select("id")
    .where("filmId", "=", filmId)
    .where("authorId", "=", authorId)
    .executeTakeFirst();
  return row?.id;
}

export async function updateReview(tx: Tx, id: Id, { aspects, isSpoiler }: ReviewFields): Promise<void> {
  await tx
    .updateTable("filmReview")
    .set({ aspects: [...aspects], isSpoiler })
    .where("id", "=", id)
    .execute();
}

export interface ReviewEntry {
  id: Id;
  position: string;
}

/** Reviews of a film, the best received first: by the weight of their likes less that of their dislikes. `after` is `sympathy:id`. */
export async function listBySympathy(
  db: Db,
  filmId: Id,
  limit: number,
  after: string | undefined,
): Promise<ReviewEntry[]> {
  const [sympathy, id] = after?.split(":") ?? [];
  const behind =
    after === undefined
      ? sql`true`
      : sql`(s.sympathy, s.review_id) < (${sympathy}::text::integer, ${id}::text::bigint)`;
  const { rows } = await sql<ReviewEntry>`
    select s.review_id as id, s.sympathy || ':' || s.review_id as position
    from film_review_state s join film_review r on r.id = s.review_id
    where s.film_id = ${filmId} and s.is_active and ${behind} order by s.sympathy desc, s.review_id desc limit ${limit}
  `.execute(db);
  return rows;
}

/** Reviews of a film, or by somebody, newest first. */
export async function listNewest(
  db: Db,
  of: { filmId: Id } | { authorId: Id },
  limit: number,
  before: string | undefined,
): Promise<ReviewEntry[]> {
  const whose = "filmId" in of ? sql`film_id = ${of.filmId}` : sql`author_id = ${of.authorId}`;
  const { rows } = await sql<ReviewEntry>`
    select id, id::text as position from film_review
    where ${whose} and id < ${before ?? String(Number.MAX_SAFE_INTEGER)}::text::bigint order by id desc limit ${limit}
  `.execute(db);
  return rows;
}

export interface StandingRow {
  id: Id;
  likes: number;
  dislikes: number;
  vote: 1 | -1 | null;
  tier: 0 | 1 | 2 | 3;
}

/** How reviews are received, by whom they are, and what somebody has said of each; in the order given. */
export async function selectStandings(
  db: Db | Tx,
  ids: readonly Id[],
  accountId: Id | null,
): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select r.id, coalesce(m.tier, 1) as tier, v.likes, v.dislikes, v.vote
    from unnest(${ids}::bigint[]) with ordinality as wanted(id, place) join film_review r on r.id = wanted.id
    left join film_member m on m.account_id = r.author_id
    cross join lateral (
      select count(*) filter (where value > 0) as likes, count(*) filter (where value < 0) as dislikes,
        max(value) filter (where account_id = ${accountId}::bigint) as vote
      from film_review_vote where review_id = r.id) v
    order by wanted.place
  `.execute(db);
  return rows;
}

/** False when it was there already. */
export async function putReviewVote(tx: Tx, accountId: Id, reviewId: Id, value: 1 | -1): Promise<boolean> {
  const { rows } = await sql`
    insert into film_review_vote as v (review_id, account_id, value) values (${reviewId}, ${accountId}, ${value})
    on conflict (review_id, account_id) do update set value = excluded.value where v.value <> excluded.value returning 1
  `.execute(tx);
  return rows.length > 0;
}

/** False when there was none. */
export async function removeReviewVote(tx: Tx, accountId: Id, reviewId: Id): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("filmReviewVote")
    .where("reviewId", "=", reviewId)
    .where("accountId", "=", accountId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
