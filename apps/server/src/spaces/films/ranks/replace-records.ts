import type { Tx } from "../../../platform/database/database.ts";
import type { Constants, Film } from "../engine/index.ts";
import { listen } from "./audiences.ts";
import { binaryArray, type BinaryType } from "./binary-arrays.ts";
import type { PackedTable } from "./packed/packed-table.ts";
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
import { columns, type FilledTable, insert, insertArrays, rankUpdate } from "./store-queries.ts";
import { toMemberRow, toRankRow, toReviewStateRow } from "./store-records.ts";
import { type Audience, peopleIn } from "./voices.ts";

const perWrite = 5_000;

/** Writes all that was folded in the place of what the tables held. */
export async function replaceRecords(
  tx: Tx,
  constants: Constants,
  packed: PackedTables,
  report: (share: number) => void,
): Promise<void> {
  const fill = <T>(table: FilledTable, records: Iterable<T>, toRow: (record: T) => object) =>
    runInTurn(
      tx,
      inPieces(records, (some) => insert(table, some.map(toRow))),
    );

  // While the database takes in what is there already, it is found out who says what.
  const audiences: Audience[] = [];
  const listening = listen(packed, constants.tiers.length, audiences);
  await replace(tx, "film_opinion", packed.votes, listening);
  report(0.4);
  await replace(tx, "film_reaction", packed.reactions, listening);
  await replace(tx, "film_pair", packed.pairs, listening);
  report(0.6);
  for (const _ of listening);

  await clearShown(tx);
  await fill("film_review_state", packed.reviews.values(), toReviewStateRow);
  report(0.7);
  await fill("film_member", packed.users.values(), (user) => toMemberRow(user, constants));
  await fill("film_state", films(packed, audiences), ({ film, audience }) => ({
    film_id: Number(film.id),
    state: film,
    ...audience,
    people: peopleIn(audience),
  }));
  report(0.8);
  const ranks = inPieces(films(packed, audiences), (some) =>
    rankUpdate(some.map(({ film, heat, audience }) => toRankRow(film, audience, heat, constants))),
  );
  await runInTurn(tx, ranks);
  await analyzeAll(tx);
  report(1);
}

/** What is known of each film. */
function* films(
  packed: PackedTables,
  audiences: readonly Audience[],
): Generator<{ film: Film; heat: number; audience: Audience }> {
  for (let place = 0; place < packed.films.size; place++) {
    yield { ...packed.films.at(place), audience: audiences[place]! };
  }
}

async function replace(
  tx: Tx,
  table: UnshownTable,
  packed: PackedTable<unknown>,
  meanwhile: Iterator<unknown>,
): Promise<void> {
  await openUnshown(tx, table);
  await runInTurn(tx, insertsOf(table, packed), meanwhile);
  await closeUnshown(tx, table);
}

function* insertsOf(table: UnshownTable, packed: PackedTable<unknown>): Generator<Statement> {
  for (let from = 0; from < packed.size; from += perWrite)
    yield insertArrays(table, arraysOf(table, packed, from, Math.min(packed.size, from + perWrite)));
}

/** The rows from one place to another, as they are packed. */
function arraysOf(
  table: UnshownTable,
  { index, numbers, width }: PackedTable<unknown>,
  from: number,
  to: number,
): Buffer[] {
  return columns[table].split(", ").map((column, number) => {
    const type = column.split(" ")[1] as BinaryType;
    const length = to - from;
    if (number === 0) return binaryArray(type, length, (row) => index.oneAt(from + row));
    if (number === 1) return binaryArray(type, length, (row) => index.otherAt(from + row));
    return binaryArray(type, length, (row) => numbers[(from + row) * width + number - 2]!);
  });
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
