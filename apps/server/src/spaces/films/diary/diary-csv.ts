import { BrokenFile } from "../import/files/broken-file.ts";
import { readCsv } from "../import/files/csv.ts";
import { readLines } from "../import/files/lines.ts";
import type { BadRow, Row } from "../import/files/rows.ts";

/** A film as a diary elsewhere names it. */
export interface DiaryRow {
  line: number;
  imdb: string | undefined;
  title: string;
  year: number | undefined;
  /** 1 to 10; undefined where none was given. */
  rating: number | undefined;
  /** Whether the person wants to see it. */
  isWish: boolean;
}

export interface Diary {
  rows: DiaryRow[];
  /** Lines that cannot be read. */
  bad: BadRow[];
}

const mostRows = 10_000;
const columns = ["Const", "Title", "Name", "Year", "Your Rating", "Rating", "Position", "Letterboxd URI"];

/**
 * Reads what Letterboxd (ratings.csv, diary.csv, watchlist.csv) or IMDb (ratings, watchlist) has given somebody of theirs. Which of them it is shows by
 * the columns; Letterboxd's watchlist only by its name. Throws a BrokenFile, in words, for anything else.
 */
export async function readDiary(name: string, content: Buffer): Promise<Diary> {
  let names: readonly string[] = [];
  const onHead = (head: readonly string[]) => void (names = head);
  const diary: Diary = { rows: [], bad: [] };
  for await (const block of readCsv(name, readLines(whole(content)), {
    required: [],
    optional: columns,
    onHead,
  })) {
    if (names.length === 0) throw new BrokenFile(`${name} is empty`);
    const read = readerFor(name, new Set(names));
    for (const row of block) {
      if ("bad" in row) diary.bad.push(row);
      else diary.rows.push(read(row));
      if (diary.rows.length + diary.bad.length > mostRows)
        throw new BrokenFile(`${name} has more than ${mostRows} lines`);
    }
  }
  return diary;
}

async function* whole(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

function readerFor(name: string, names: ReadonlySet<string>): (row: Row) => DiaryRow {
  if (names.has("Const") && names.has("Title")) {
    const isWish = names.has("Position");
    return ({ line, cells: [imdb, title, , year, rating] }) => ({
      line,
      imdb,
      title: title ?? "",
      year: numberIn(year),
      rating: numberIn(rating),
      isWish,
    });
  }
  if (names.has("Letterboxd URI") && names.has("Name")) {
    const isWish = !names.has("Rating") && /watchlist/i.test(name);
    return ({ line, cells: [, , title, year, , rating] }) => {
      const stars = numberIn(rating);
      return {
        line,
        imdb: undefined,
        title: title ?? "",
        year: numberIn(year),
        rating: stars === undefined ? undefined : stars * 2,
        isWish,
      };
    };
  }
  throw new BrokenFile(`${name} is neither a list of Letterboxd's nor one of IMDb's`);
}

function numberIn(text: string | undefined): number | undefined {
  const number = Number(text);
  return text === undefined || !Number.isFinite(number) || number <= 0 ? undefined : number;
}
