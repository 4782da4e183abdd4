import { countFault, findColumns } from "./columns.ts";
import type { LineBlock } from "./lines.ts";
import type { BadRow, Row } from "./rows.ts";

const nothing = "\\N";

/** The rows of a table as IMDb writes it: columns with tabs between them, without quotes, \N where nothing stands; those behind a line. */
export async function* readTsv(
  name: string,
  blocks: AsyncIterable<LineBlock>,
  columns: readonly string[],
  behind = 0,
): AsyncGenerator<(Row | BadRow)[]> {
  let places: number[] | undefined;
  let width = 0;
  for await (const { first, lines } of blocks) {
    if (!places) {
      const head = lines[0]!;
      const names = typeof head === "string" ? head.split("\t") : head;
      places = findColumns(name, names, columns);
      width = (names as string[]).length;
    }
    const rows: (Row | BadRow)[] = [];
    for (let at = Math.max(0, Math.max(behind, 1) + 1 - first); at < lines.length; at++) {
      const line = lines[at]!;
      const number = first + at;
      if (line === "") continue;
      const cells = typeof line === "string" ? line.split("\t") : line;
      const bad = "bad" in cells ? cells.bad : countFault(cells.length, width);
      if (bad !== undefined) rows.push({ line: number, last: number, bad });
      else rows.push({ line: number, last: number, cells: pick(cells as string[], places) });
    }
    yield rows;
  }
}

function pick(cells: readonly string[], places: readonly number[]): (string | undefined)[] {
  return places.map((place) => (cells[place] === nothing ? undefined : cells[place]));
}
