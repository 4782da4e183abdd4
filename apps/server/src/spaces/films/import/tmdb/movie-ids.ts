import { basename } from "node:path";
import { readLines } from "../files/lines.ts";
import { openFile } from "../files/open-file.ts";
import type { BadRow } from "../files/rows.ts";
import type { Tmdb } from "./tmdb-client.ts";

/** A movie to be asked for, and where its id was: the line of a file, or the page of a list. */
export interface AskedMovie {
  line: number;
  last: number;
  id: number;
}

export type MovieIds = AsyncIterable<(AskedMovie | BadRow)[]>;

/** The ids of a file, one a line: as numbers, or as JSON with an `id`, as TMDB's own daily lists have them. */
export async function* idsOfFile(
  path: string,
  onRead: (bytes: number) => void,
): AsyncGenerator<(AskedMovie | BadRow)[]> {
  for await (const { first, lines } of readLines(openFile(path, onRead)))
    yield lines.flatMap((line, at) => {
      const place = { line: first + at, last: first + at };
      if (typeof line !== "string") return [{ ...place, bad: line.bad }];
      if (line.trim() === "") return [];
      const id = idIn(line);
      return [id === undefined ? { ...place, bad: `names no id in ${basename(path)}` } : { ...place, id }];
    });
}

function idIn(line: string): number | undefined {
  const text = /^\s*\{/.test(line) ? (/"id"\s*:\s*(\d{1,10})\b/.exec(line)?.[1] ?? "") : line.trim();
  return /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}

/** The ids of so many pages of the most popular movies, behind a page. */
export async function* idsOfPages(
  tmdb: Tmdb,
  pages: number,
  behind: number,
  onPage: (share: number) => void,
): AsyncGenerator<(AskedMovie | BadRow)[]> {
  for (let page = behind + 1; page <= pages; page++) {
    const found = await tmdb.discover(page);
    yield found.ids.map((id) => ({ line: page, last: page, id }));
    onPage(page / Math.min(pages, found.pages));
    if (page >= found.pages) return;
  }
}
