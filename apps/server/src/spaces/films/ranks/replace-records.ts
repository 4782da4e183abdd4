import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Fold } from "../engine/index.ts";
import { toOpinionRow, toReactionRow } from "./codecs.ts";
import { noHeat } from "./heat.ts";
import { type FilledTable, insert, rankUpdate } from "./store-queries.ts";
import { toMemberRow, toRankRow, toReviewStateRow } from "./store-records.ts";
import { type Audience, countIn, emptyAudience, peopleIn, type Said } from "./voices.ts";

const perWrite = 5_000;

/** Tables that nobody reads but the consumer, which waits for the rebuild, with their keys: they are emptied at once and indexed when they are full. */
const unseen = {
  film_opinion: ["account_id", "film_id"],
  film_reaction: ["account_id", "review_id"],
  film_pair: ["from_id", "to_id"],
} as const;
type Unseen = keyof typeof unseen;

/** Tables that pages are made of: they show what they had until everything is there. */
const seen = ["film_member", "film_state", "film_review_state"] as const;

/** Writes all that the fold holds in the place of what the tables held. */
export async function replaceRecords(
  tx: Tx,
  fold: Fold,
  heats: ReadonlyMap<string, number>,
  report: (share: number) => void,
): Promise<void> {
  const { constants } = fold.totals;
  const audiences = listen(fold);
  const audienceOf = (film: string): Audience => audiences.get(film) ?? emptyAudience(constants.tiers.length);
  const fill = <T>(table: FilledTable, records: Iterable<T>, toRow: (record: T) => object) =>
    inPieces(tx, records, (some) => insert(table, some.map(toRow)));

  for (const table of seen) await sql`delete from ${sql.table(table)}`.execute(tx);
  await fill("film_member", fold.users.values(), (user) => toMemberRow(user, constants));
  await fill("film_state", fold.films.values(), (film) => {
    const audience = audienceOf(film.id);
    return { film_id: Number(film.id), state: film, ...audience, people: peopleIn(audience) };
  });
  await inPieces(tx, fold.films.values(), (films) =>
    rankUpdate(
      films.map((film) => toRankRow(film, audienceOf(film.id), heats.get(film.id) ?? noHeat, constants)),
    ),
  );
  report(0.3);
  await fill("film_review_state", fold.reviews.values(), toReviewStateRow);
  report(0.4);
  await replace(tx, "film_opinion", () => fill("film_opinion", fold.votes.values(), toOpinionRow));
  report(0.8);
  await replace(tx, "film_reaction", () => fill("film_reaction", fold.reactions.values(), toReactionRow));
  await replace(tx, "film_pair", () =>
    fill("film_pair", fold.pairs.values(), ({ from, to, count }) => ({
      from_id: Number(from),
      to_id: Number(to),
      count,
    })),
  );
  // The consumer goes on at once, before the database would come to it.
  await sql`analyze ${sql.join([...seen, ...Object.keys(unseen)].map((table) => sql.table(table)))}`.execute(
    tx,
  );
  report(1);
}

/** Empties a table that nobody sees and fills it anew; its index is made in one go. */
async function replace(tx: Tx, table: Unseen, fill: () => Promise<void>): Promise<void> {
  const key = sql.ref(`${table}_pkey`);
  await sql`truncate ${sql.table(table)}`.execute(tx);
  await sql`alter table ${sql.table(table)} drop constraint ${key}`.execute(tx);
  await fill();
  await sql`set local maintenance_work_mem = '256MB'`.execute(tx);
  await sql`alter table ${sql.table(table)} add constraint ${key} primary key (${sql.join(unseen[table].map((name) => sql.ref(name)))})`.execute(
    tx,
  );
}

/** Who says what of each film. */
function listen(fold: Fold): Map<string, Audience> {
  const audiences = new Map<string, Audience>();
  const hear = (film: string, said: Said): void => {
    let audience = audiences.get(film);
    if (!audience) audiences.set(film, (audience = emptyAudience(fold.totals.constants.tiers.length)));
    countIn(audience, said, 1);
  };
  for (const [key, vote] of fold.votes) {
    const latest = fold.latestReviews.get(key);
    const review = latest === undefined ? undefined : fold.reviews.get(latest);
    hear(vote.film, { vote, review, tier: fold.users.get(vote.user)!.tier });
  }
  for (const [key, latest] of fold.latestReviews) {
    if (fold.votes.has(key)) continue;
    const review = fold.reviews.get(latest)!;
    hear(review.film, { vote: undefined, review, tier: fold.users.get(review.user)!.tier });
  }
  return audiences;
}

/** Writes all of them, some at a time; the next statement is made while the database is busy with one. */
async function inPieces<T>(
  tx: Tx,
  all: Iterable<T>,
  statementOf: (some: readonly T[]) => RawBuilder<unknown>,
): Promise<void> {
  let writing: Promise<unknown> = Promise.resolve();
  let some: T[] = [];
  const write = async (): Promise<void> => {
    const statement = statementOf(some);
    some = [];
    await writing;
    writing = statement.execute(tx);
  };
  for (const one of all) {
    some.push(one);
    if (some.length === perWrite) await write();
  }
  if (some.length > 0) await write();
  await writing;
}
