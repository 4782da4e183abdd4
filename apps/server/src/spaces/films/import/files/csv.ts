import { parse } from "csv-parse/sync";
import { countFault, findColumns } from "./columns.ts";
import type { BadLine, LineBlock } from "./lines.ts";
import type { BadRow, Row } from "./rows.ts";

interface OpenLine {
  number: number;
  text: string;
}

/** A record that stands in quotes over more lines or characters has a quote that was never closed. */
const most = { lines: 1_000, characters: 2 ** 20 };

export interface CsvColumns {
  required: readonly string[];
  optional?: readonly string[];
  /** Hears the names of all columns of the file. */
  onHead?: (names: readonly string[]) => void;
}

type Found = (BadRow & { cells?: undefined }) | (Row & { cells: string[]; bad?: undefined });

/**
 * The rows of a CSV file (RFC 4180): cells with commas between them, in quotes where they contain commas, quotes or ends of lines; empty cells are
 * undefined. A broken line costs only itself: what follows is read as if it had not been there.
 */
export async function* readCsv(
  name: string,
  blocks: AsyncIterable<LineBlock>,
  { required, optional = [], onHead }: CsvColumns,
  behind = 0,
): AsyncGenerator<(Row | BadRow)[]> {
  let places: number[] | undefined;
  let width = 0;
  let open: OpenLine[] = [];

  function toRow(found: Found): Row | BadRow {
    if (found.cells === undefined) return found;
    const bad = countFault(found.cells.length, width);
    if (bad !== undefined) return { line: found.line, last: found.last, bad };
    return { ...found, cells: places!.map((place) => found.cells[place] || undefined) };
  }

  for await (const { first, lines } of blocks) {
    const records: Found[] = [];
    for (const [at, line] of lines.entries()) {
      const number = first + at;
      if (number === 1) {
        const head = typeof line === "string" ? (cellsOf(line) ?? [line]) : line;
        places = findColumns(name, head, required, optional);
        width = (head as string[]).length;
        onHead?.(head as string[]);
      } else if (number > behind) open = take(open, number, line, records);
    }
    yield records.map(toRow);
  }
  const rest: Found[] = [];
  while (open.length > 0) open = giveUp(open, rest);
  yield rest.map(toRow);
}

/** Adds a line; answers the lines of the record that is open after it. */
function take(open: OpenLine[], number: number, line: string | BadLine, into: Found[]): OpenLine[] {
  if (typeof line !== "string") {
    for (let rest = open; rest.length > 0;) rest = giveUp(rest, into);
    into.push({ line: number, last: number, bad: line.bad });
    return [];
  }
  if (open.length === 0 && !line.includes('"')) {
    if (line !== "") into.push({ line: number, last: number, cells: line.split(",") });
    return [];
  }
  const all = [...open, { number, text: line }];
  if (isTooLong(all)) return giveUp(all, into);
  if (!line.includes('"') || countQuotes(all) % 2 === 1) return all;
  const cells = cellsOf(all.map(({ text }) => text).join("\n"));
  if (!cells) return giveUp(all, into);
  into.push({ line: all[0]!.number, last: number, cells });
  return [];
}

/** The first line was broken; the others are read anew. */
function giveUp([first, ...others]: OpenLine[], into: Found[]): OpenLine[] {
  const { number } = first!;
  into.push({
    line: number,
    last: number,
    bad: "has a quote in the wrong place, or one that is not closed",
  });
  return others.reduce<OpenLine[]>((open, line) => take(open, line.number, line.text, into), []);
}

const isTooLong = (lines: readonly OpenLine[]) =>
  lines.length > most.lines || lines.reduce((sum, { text }) => sum + text.length, 0) > most.characters;

const countQuotes = (lines: readonly OpenLine[]) =>
  lines.reduce((sum, { text }) => sum + text.split('"').length - 1, 0);

function cellsOf(text: string): string[] | undefined {
  try {
    const records = parse(text, { relax_column_count: true }) as string[][];
    return records.length === 1 ? records[0] : undefined;
  } catch {
    return undefined;
  }
}
