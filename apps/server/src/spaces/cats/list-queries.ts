import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { Day } from "./calendar.ts";
import { isVisible } from "./cat-row-queries.ts";

export interface Filters {
  breed?: string | undefined;
  colour?: string | undefined;
  pattern?: string | undefined;
  /** Born after the one day (not on it), and up to the other. */
  bornAfter?: Day | undefined;
  bornUpTo?: Day | undefined;
}

function matches({ breed, colour, pattern, bornAfter, bornUpTo }: Filters): RawBuilder<unknown> {
  const conditions = [
    breed === undefined ? undefined : sql`c.breed = ${breed}`,
    colour === undefined ? undefined : sql`c.colour = ${colour}`,
    pattern === undefined ? undefined : sql`c.pattern = ${pattern}`,
    bornAfter === undefined ? undefined : sql`c.birthday > ${bornAfter}::date`,
    bornUpTo === undefined ? undefined : sql`c.birthday <= ${bornUpTo}::date`,
    bornAfter === undefined && bornUpTo === undefined ? undefined : sql`c.memorial_on is null`,
  ].filter((condition) => condition !== undefined);
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** Newest first. */
export async function listNewest(
  db: Db,
  accountId: Id | null,
  filters: Filters,
  limit: number,
  before: Id | undefined,
): Promise<{ id: Id }[]> {
  const { rows } = await sql<{ id: Id }>`
    select c.id from cat c
    where ${matches(filters)} and c.id < ${before ?? Number.MAX_SAFE_INTEGER} and ${isVisible(accountId)}
      order by c.id desc limit ${limit}
  `.execute(db);
  return rows;
}

export interface Followed {
  id: Id;
  followers: number;
}

/** Most followed first. */
export async function listFollowed(
  db: Db,
  accountId: Id | null,
  filters: Filters,
  limit: number,
  after: Followed | undefined,
): Promise<Followed[]> {
  const { rows } = await sql<Followed>`
    select c.id, c.followers from cat c
    where ${matches(filters)} and ${isVisible(accountId)}
        ${after ? sql`and (c.followers, c.id) < (${after.followers}::int, ${after.id}::bigint)` : sql``}
      order by c.followers desc, c.id desc limit ${limit}
  `.execute(db);
  return rows;
}

/** Candidates from each of breed, colour and pattern: the newest so many. */
const candidates = 200;

export interface Near {
  id: Id;
  likeness: number;
}

/** Cats like one, the most alike first: the breed counts most, then the colour, then the pattern. */
export async function listNear(
  db: Db,
  accountId: Id | null,
  to: { id: Id; breed: string | null; colour: string | null; pattern: string | null },
  filters: Filters,
  limit: number,
  after: Near | undefined,
): Promise<Near[]> {
  const some = (column: string, value: string | null) => sql`(
    select c.id from cat c where c.${sql.id(column)} = ${value} and ${matches(filters)} order by c.id desc limit ${sql.lit(candidates)})`;
  const { rows } = await sql<Near>`
    with candidate as (${some("breed", to.breed)} union ${some("colour", to.colour)} union ${some("pattern", to.pattern)})
    select c.id, likeness from candidate join cat c on c.id = candidate.id cross join lateral (
        select 4 * (c.breed is not distinct from ${to.breed} and c.breed is not null)::int
          + 2 * (c.colour is not distinct from ${to.colour} and c.colour is not null)::int
          + (c.pattern is not distinct from ${to.pattern} and c.pattern is not null)::int as likeness) counted
      where c.id <> ${to.id} and ${isVisible(accountId)}
        ${after ? sql`and (likeness, c.id) < (${after.likeness}::int, ${after.id}::bigint)` : sql``}
      order by likeness desc, c.id desc limit ${limit}
  `.execute(db);
  return rows;
}

/** The cats of one person, the newest first. */
export async function listOfPerson(
  db: Db,
  personId: Id,
  accountId: Id | null,
  limit: number,
  before: Id | undefined,
): Promise<{ position: Id; id: Id }[]> {
  const { rows } = await sql<{ position: Id; id: Id }>`
    select o.id as position, c.id from cat_person o join cat c on c.id = o.cat_id
    where o.account_id = ${personId} and o.id < ${before ?? Number.MAX_SAFE_INTEGER} and ${isVisible(accountId)}
    order by o.id desc limit ${limit}
  `.execute(db);
  return rows;
}

/** Who follows a cat, the newest first, without those between whom and the reader is a block. */
export async function listFollowers(
  db: Db,
  catId: Id,
  hidden: readonly Id[],
  limit: number,
  before: Id | undefined,
): Promise<{ position: Id; accountId: Id }[]> {
  const { rows } = await sql<{ position: Id; accountId: Id }>`
    select id as position, account_id from topic_follow
    where topic_id = ${catId} and id < ${before ?? Number.MAX_SAFE_INTEGER} and account_id <> all(${hidden}::bigint[])
    order by id desc limit ${limit}
  `.execute(db);
  return rows;
}
