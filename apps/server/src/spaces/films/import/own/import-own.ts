import { basename } from "node:path";
import { readMeasures } from "../../catalogue/rating-queries.ts";
import { BrokenFile } from "../files/broken-file.ts";
import { readCsv } from "../files/csv.ts";
import { fingerprintOf } from "../files/fingerprint.ts";
import { type LineBlock, readLines } from "../files/lines.ts";
import { openFile } from "../files/open-file.ts";
import type { BadRow } from "../files/rows.ts";
import { beginImport, type Counts, type ImportDeps, type ImportWatch } from "../import-run.ts";
import { createProgress } from "../progress.ts";
import { writeRows } from "../write-rows.ts";
import { columns, ownFilmOf } from "./own-csv.ts";
import { readOwnFilm } from "./read-own-film.ts";

/** A film of the file, as far as it could be read. */
interface OwnRow {
  line: number;
  last: number;
  value: unknown;
}

/** Takes in a CSV or JSONL file of the operator's own; docs/films-catalogue.md describes both. */
export async function importOwn(deps: ImportDeps, watch: ImportWatch, path: string): Promise<Counts> {
  const name = basename(path);
  const kind = /\.(csv|jsonl|ndjson)(\.gz)?$/i.exec(name)?.[1]?.toLowerCase();
  if (kind === undefined) throw new BrokenFile(`${name} ends neither with .csv nor with .jsonl.`);
  const progress = await createProgress(watch, [path]);
  progress.doing("films");
  const lines = readLines(openFile(path, progress.read));
  const rows = kind === "csv" ? csvRows(name, lines, watch.note) : jsonRows(lines);
  const run = await beginImport(
    deps,
    { source: "file", fingerprint: await fingerprintOf([path], [kind]) },
    "films",
    watch,
  );
  const measures = await readMeasures(deps.db);
  await writeRows(run, {
    file: name,
    key: "films",
    rows,
    read: ({ value }: OwnRow) => readOwnFilm(value, measures),
  });
  await run.finish();
  return run.counts;
}

async function* csvRows(
  name: string,
  lines: AsyncIterable<LineBlock>,
  note: (text: string) => void,
): AsyncGenerator<(OwnRow | BadRow)[]> {
  const onHead = (names: readonly string[]) => {
    const known = new Set<string>(columns);
    if (!names.some((column) => known.has(column)))
      throw new BrokenFile(
        `${name} has none of the columns ${columns.join(", ")} in its first line; they have commas between them.`,
      );
    const unknown = names.filter((column) => !known.has(column));
    if (unknown.length > 0)
      note(`${name} has columns that nothing is known of; they are left out: ${unknown.join(", ")}`);
  };
  for await (const block of readCsv(name, lines, { required: [], optional: columns, onHead }))
    yield block.map((row) =>
      "bad" in row ? row : { line: row.line, last: row.last, value: ownFilmOf(row.cells) },
    );
}

async function* jsonRows(lines: AsyncIterable<LineBlock>): AsyncGenerator<(OwnRow | BadRow)[]> {
  for await (const { first, lines: block } of lines) {
    const rows: (OwnRow | BadRow)[] = [];
    for (const [at, line] of block.entries()) {
      const place = { line: first + at, last: first + at };
      if (typeof line !== "string") rows.push({ ...place, bad: line.bad });
      else if (line.trim() !== "") rows.push({ ...place, ...parsed(line) });
    }
    yield rows;
  }
}

function parsed(line: string): { value: unknown } | { bad: string } {
  try {
    return { value: JSON.parse(line) as unknown };
  } catch {
    return { bad: "is not JSON" };
  }
}
