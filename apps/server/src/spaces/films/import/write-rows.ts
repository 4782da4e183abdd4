import { type FilmInput, idKey, type SiteInput } from "../catalogue/film-input.ts";
import { BrokenFile } from "./files/broken-file.ts";
import type { BadRow } from "./files/rows.ts";
import { added, type Counts, type ImportRun } from "./import-run.ts";

const atOnce = 1_000;

/** What a row says. */
export interface ReadFilm {
  /** Undefined where the row is none. */
  film?: Omit<FilmInput, "line">;
  /** The sites of its ratings. */
  sites?: readonly SiteInput[];
  faults: readonly string[];
  counts?: Counts;
}

interface FilmRows<T extends { line: number; last: number }> {
  /** What is read, for what is said of its lines; `key` is its name in the position. */
  file: string;
  key: string;
  /** From the beginning, also where an import goes on: which films there were must be known. */
  rows: AsyncIterable<(T | BadRow)[]>;
  read(row: T): ReadFilm;
  onlyMissing?: boolean;
}

/** Writes the films of a file in which each row is one. A second row of the same film is left out: which of the two holds, nobody can know. */
export async function writeRows<T extends { line: number; last: number }>(
  run: ImportRun,
  { file, key, rows, read, onlyMissing = false }: FilmRows<T>,
): Promise<void> {
  const behind = run.position[key] ?? 0;
  const seen = new Map<string, number>();
  let films: FilmInput[] = [];
  let sites: SiteInput[] = [];
  let counts: Counts = {};
  let last = behind;

  function isSecond(film: FilmInput): boolean {
    const again = film.ids.find((id) => seen.has(idKey(id)));
    if (again && film.line > behind)
      run.faults.tell(file, film.line, `${idKey(again)} stands in line ${seen.get(idKey(again))} already`);
    if (!again) for (const id of film.ids) seen.set(idKey(id), film.line);
    return again !== undefined;
  }

  function take(row: T | BadRow): void {
    const isNew = row.line > behind;
    if ("bad" in row) {
      if (isNew) run.faults.tell(file, row.line, row.bad);
      return;
    }
    const found = read(row);
    if (isNew) for (const fault of found.faults) run.faults.tell(file, row.line, fault);
    if (!found.film || isSecond({ ...found.film, line: row.line }) || !isNew) return;
    films.push({ ...found.film, line: row.line });
    sites.push(...(found.sites ?? []));
    counts = added(counts, found.counts ?? {});
  }

  async function write(): Promise<void> {
    const batch = { films, sites: [...new Map(sites.map((site) => [site.id, site])).values()], counts };
    [films, sites, counts] = [[], [], {}];
    await run.writeFilms(file, { [key]: last }, batch.films, batch.counts, {
      onlyMissing,
      sites: batch.sites,
    });
  }

  try {
    for await (const block of rows)
      for (const row of block) {
        take(row);
        last = Math.max(last, row.last);
        if (films.length === atOnce) await write();
      }
  } catch (error) {
    if (error instanceof BrokenFile) await write();
    throw error;
  }
  await write();
}
