import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { Fold } from "../engine/index.ts";
import { listen } from "./audiences.ts";
import { type Heats, noHeat } from "./heat.ts";
import type { PackedTables } from "./packed/packed-tables.ts";
import {
  analyzeAll,
  clearShown,
  closeUnshown,
  openUnshown,
  runInTurn,
  type Statement,
  type UnshownTable,
} from "./replace-queries.ts";
import { type FilledTable, insert, insertArrays, rankUpdate } from "./store-queries.ts";
import { toMemberRow, toRankRow, toReviewStateRow } from "./store-records.ts";
import { type Audience, emptyAudience, peopleIn } from "./voices.ts";

const perWrite = 5_000;

/** Writes all that was folded in the place of what the tables held. */
export async function replaceRecords(
  tx: Tx,
  fold: Fold,
  packed: PackedTables,
  heats: Heats,
  report: (share: number) => void,
): Promise<void> {
  const { constants } = fold.totals;
  const fill = <T>(table: FilledTable, records: Iterable<T>, toRow: (record: T) => object) =>
    runInTurn(
      tx,
      inPieces(records, (some) => insert(table, some.map(toRow))),
    );

  // While the database takes in what is there already, it is found out who says what.
  const audiences = new Map<Id, Audience>();
  const listening = listen(fold, packed, audiences);
  await replace(tx, "film_opinion", packed.votes, listening);
  report(0.4);
  await replace(tx, "film_reaction", packed.reactions, listening);
  await replace(tx, "film_pair", packed.pairs, listening);
  report(0.6);
  for (const _ of listening);
  const audienceOf = (film: string): Audience =>
    audiences.get(Number(film)) ?? emptyAudience(constants.tiers.length);

  await clearShown(tx);
  await fill("film_review_state", fold.reviews.values(), toReviewStateRow);
  report(0.7);
  await fill("film_member", fold.users.values(), (user) => toMemberRow(user, constants));
  await fill("film_state", fold.films.values(), (film) => {
    const audience = audienceOf(film.id);
    return { film_id: Number(film.id), state: film, ...audience, people: peopleIn(audience) };
  });
  report(0.8);
  const ranks = inPieces(fold.films.values(), (films) =>
    rankUpdate(
      films.map((film) =>
        toRankRow(film, audienceOf(film.id), heats.get(film.id)?.heat ?? noHeat, constants),
      ),
    ),
  );
  await runInTurn(tx, ranks);
  await analyzeAll(tx);
  report(1);
}

interface Columns {
  readonly size: number;
  arrays(from: number, to: number): string[];
}

async function replace(
  tx: Tx,
  table: UnshownTable,
  columns: Columns,
  meanwhile: Iterator<unknown>,
): Promise<void> {
  await openUnshown(tx, table);
  await runInTurn(tx, insertsOf(table, columns), meanwhile);
  await closeUnshown(tx, table);
}

function* insertsOf(table: UnshownTable, columns: Columns): Generator<Statement> {
  for (let from = 0; from < columns.size; from += perWrite)
    yield insertArrays(table, columns.arrays(from, from + perWrite));
}

/** A statement for some of the records at a time. */
function* inPieces<T>(
  records: Iterable<T>,
  statementOf: (some: readonly T[]) => Statement,
): Generator<Statement> {
  let some: T[] = [];
  for (const record of records) {
    some.push(record);
    if (some.length < perWrite) continue;
    yield statementOf(some);
    some = [];
  }
  if (some.length > 0) yield statementOf(some);
}
