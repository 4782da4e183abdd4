import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { postFilmJson } from "../post-json-queries.ts";
import type { FilmBody } from "./edit-schemas.ts";

/** The columns of a film that an edit writes. */
export interface FilmFields {
  titleKo: string | null;
  titleEn: string | null;
  titleOriginal: string;
  year: number | null;
  genres: string[];
  runtimeMinutes: number | null;
  ageRating: string | null;
  synopsisKo: string | null;
  synopsisEn: string | null;
  posterId: Id | null;
}

const moderates = (
  accountId: Id | null,
) => sql`(exists (select 1 from film_moderator where account_id = ${accountId}::bigint)
  or exists (select 1 from account where id = ${accountId}::bigint and role <> 'member'))`;

/** Moderators of films, and those of the whole site. */
export async function isModerator(db: Db | Tx, accountId: Id): Promise<boolean> {
  const { rows } = await sql<{ moderates: boolean }>`select ${moderates(accountId)} as moderates`.execute(db);
  return rows[0]!.moderates;
}

/** Keeps the film from being changed until the transaction ends. */
export const lockFilm = (tx: Tx, id: Id): Promise<FilmFields | undefined> =>
  tx
    .selectFrom("film")
    .select([
      "titleKo",
      "titleEn",
      "titleOriginal",
      "year",
      "genres",
      "runtimeMinutes",
      "ageRating",
      "synopsisKo",
      "synopsisEn",
      "posterId",
    ])
    .where("id", "=", id)
    .where("removedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();

export async function updateFilm(tx: Tx, id: Id, fields: FilmFields): Promise<void> {
  await tx.updateTable("film").set(fields).where("id", "=", id).execute();
}

type People = NonNullable<FilmBody["people"]>;
type Offers = NonNullable<FilmBody["platforms"]>;

export async function readCredits(tx: Db | Tx, filmId: Id): Promise<People> {
  const { rows } = await sql<People[number]>`
    select c.person_id::text as "personId", coalesce(p.name_ko, p.name_en) as name, c.role, c.character
    from film_credit c join film_person p on p.id = c.person_id where c.film_id = ${filmId}
    order by array_position(array['director', 'writer', 'actor'], c.role), c.position, c.person_id
  `.execute(tx);
  return rows;
}

export async function readOffers(tx: Db | Tx, filmId: Id): Promise<Offers> {
  const { rows } = await sql<Offers[number]>`
    select platform, kind, country, price, currency, url from film_offer where film_id = ${filmId} order by platform, kind, country
  `.execute(tx);
  return rows;
}

export async function listKnownPeople(tx: Tx, ids: readonly Id[]): Promise<Id[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("filmPerson")
    .select("id")
    .where("id", "in", [...ids])
    .execute();
  return rows.map(({ id }) => id);
}

export interface ChangeRow {
  id: Id;
  at: Date;
  film: unknown;
  filmId: Id | null;
  accountId: Id | null;
  status: "done" | "proposed" | "declined";
  before: FilmBody | null;
  after: FilmBody;
  note: string;
}

export async function insertChange(
  tx: Tx,
  change: {
    filmId: Id | null;
    accountId: Id;
    status: "done" | "proposed";
    before: FilmBody | null;
    after: FilmBody;
    note: string;
  },
): Promise<Id> {
  const { id } = await tx
    .insertInto("filmChange")
    .values({
      ...change,
      before: change.before && JSON.stringify(change.before),
      after: JSON.stringify(change.after),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

const columns = sql`c.id, id_time(c.id) as at, c.film_id, c.account_id, c.status, c.before, c.after, c.note,
  (select ${postFilmJson} from film f where f.id = c.film_id) as film`;

/** What changes are asked for: of a film, as somebody may see them, or those that wait. */
export type ChangesOf = { filmId: Id; seenBy: Id | null } | "proposed";

/** Changes, the newest first. What is proposed, or was declined, is for its author and for moderators. */
export async function listChanges(
  db: Db,
  of: ChangesOf,
  limit: number,
  before: Id | undefined,
): Promise<ChangeRow[]> {
  const which =
    of === "proposed"
      ? sql`c.status = 'proposed'`
      : sql`c.film_id = ${of.filmId} and (c.status = 'done' or c.account_id = ${of.seenBy}::bigint
          or ${moderates(of.seenBy)})`;
  const { rows } = await sql<ChangeRow>`
    select ${columns} from film_change c where ${which} and c.id < ${before ?? Number.MAX_SAFE_INTEGER} order by c.id desc limit ${limit}
  `.execute(db);
  return rows;
}

export async function findChange(db: Db | Tx, id: Id): Promise<ChangeRow | undefined> {
  const { rows } = await sql<ChangeRow>`select ${columns} from film_change c where c.id = ${id}`.execute(db);
  return rows[0];
}

/** Holds a proposal that waits until the transaction ends; undefined for one that waits no more. */
export const lockProposal = (tx: Tx, id: Id) =>
  tx
    .selectFrom("filmChange")
    .select(["filmId", "accountId", "after", "note"])
    .where("id", "=", id)
    .where("status", "=", "proposed")
    .forUpdate()
    .executeTakeFirst();

export async function decideChange(
  tx: Tx,
  id: Id,
  decision: { status: "done" | "declined"; filmId: Id | null; before: FilmBody | null; decidedBy: Id },
): Promise<void> {
  const before = decision.before && JSON.stringify(decision.before);
  await tx
    .updateTable("filmChange")
    .set({ ...decision, before, decidedAt: new Date() })
    .where("id", "=", id)
    .execute();
}

export async function countProposals(db: Db | Tx, accountId: Id): Promise<number> {
  const { count } = await db
    .selectFrom("filmChange")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("accountId", "=", accountId)
    .where("status", "=", "proposed")
    .executeTakeFirstOrThrow();
  return count;
}
