import { basename } from "node:path";
import type { Counts, ImportRun } from "../import-run.ts";
import { added } from "../import-run.ts";
import { BrokenFile } from "../files/broken-file.ts";
import { readLines } from "../files/lines.ts";
import { openFile } from "../files/open-file.ts";
import { createRowReader } from "../files/rows.ts";
import { readTsv } from "../files/tsv.ts";
import { complete, type Followers, type KeyedFilm } from "./batch.ts";
import { columns, type ImdbFiles } from "./files.ts";
import { openFollower, unsorted } from "./follower.ts";
import { isWanted, readTitle, type TitleChoice } from "./titles.ts";

const atOnce = 2_500;

export interface StepOptions {
  choice: TitleChoice;
  ratedOn: string;
  onRead: (bytes: number) => void;
}

/** Walks through title.basics, and beside it through what the other files say of the same titles, and writes the films. */
export async function writeImdbFilms(
  run: ImportRun,
  files: ImdbFiles,
  { choice, ratedOn, onRead }: StepOptions,
): Promise<void> {
  const { faults, position } = run;
  const name = basename(files.basics);
  const behind = position["basics"] ?? 0;
  const titles = createRowReader(
    readTsv(name, readLines(openFile(files.basics, onRead)), columns.basics, behind),
    behind,
  );
  const followers: Followers = {};
  for (const kind of ["ratings", "akas", "principals"] as const) {
    const path = files[kind];
    if (path !== undefined)
      followers[kind] = openFollower({
        path,
        columns: columns[kind],
        behind: position[kind] ?? 0,
        onRead,
        faults,
      });
  }

  let before = "";
  let counts: Counts = {};
  /** The next films; `isMore` is false at the end of the file. */
  async function nextFilms(): Promise<{ films: KeyedFilm[]; isMore: boolean; broken?: BrokenFile }> {
    const films: KeyedFilm[] = [];
    try {
      const isMore = await titles.readWhile((row) => {
        if (films.length === atOnce) return false;
        if (faults.isBad(name, row)) return true;
        const key = row.cells[0] ?? "";
        if (key < before) throw unsorted(name, row.line, key, before);
        counts = added(counts, { titles: 1 });
        if (key === before) faults.tell(name, row.line, `${key} stands there twice`);
        else if (!isWanted(row.cells, choice)) counts = added(counts, { titlesLeftOut: 1 });
        else take(films, row.cells, row.line);
        before = key;
        return true;
      });
      return { films, isMore };
    } catch (error) {
      if (!(error instanceof BrokenFile)) throw error;
      return { films, isMore: false, broken: error };
    }
  }

  function take(films: KeyedFilm[], cells: readonly (string | undefined)[], line: number): void {
    const read = readTitle(cells, line);
    if (typeof read === "string") {
      faults.tell(name, line, read);
      return;
    }
    for (const fault of read.faults) faults.tell(name, line, fault);
    if (read.unknownGenres > 0) counts = added(counts, { unknownGenres: read.unknownGenres });
    films.push(read.film);
  }

  try {
    for (;;) {
      const { films, isMore, broken } = await nextFilms();
      const done = await complete(films, !isMore && !broken, { followers, faults, ratedOn });
      const failure = broken ?? done.broken;
      const lines = Object.fromEntries(
        Object.entries(followers).map(([kind, follower]) => [kind, follower.line]),
      );
      // Behind the last film that is complete, whatever was read beyond it.
      const upTo = done.broken ? (done.films.at(-1)?.line ?? run.position["basics"] ?? 0) : titles.line;
      await run.writeFilms(name, { basics: upTo, ...lines }, done.films, counts);
      counts = {};
      if (failure) throw failure;
      if (!isMore) return;
    }
  } finally {
    await titles.close();
    for (const follower of Object.values(followers)) await follower.close();
  }
}
