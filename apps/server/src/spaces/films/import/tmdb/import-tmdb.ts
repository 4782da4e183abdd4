import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { FilmInput } from "../../catalogue/film-input.ts";
import { upsertSites } from "../../catalogue/rating-queries.ts";
import { fingerprintOf } from "../files/fingerprint.ts";
import {
  beginImport,
  type Counts,
  type ImportDeps,
  type ImportRun,
  type ImportWatch,
  Stopped,
} from "../import-run.ts";
import { createProgress } from "../progress.ts";
import { type AskedMovie, idsOfFile, idsOfPages, type MovieIds } from "./movie-ids.ts";
import { createTmdb, type Tmdb } from "./tmdb-client.ts";
import { readMovie, type TmdbMovie } from "./tmdb-movie.ts";

const site = {
  id: "tmdb",
  name: "TMDB",
  measure: "imdb",
  attribution: "This product uses the TMDB API but is not endorsed or certified by TMDB.",
  url: "https://www.themoviedb.org",
};

/** So many films are written at once, and so many asked for at the same time: the API allows some forty a second. */
const atOnce = { written: 40, asked: 8 };

export interface TmdbImport {
  keyFile: string;
  address: string;
  /** A file of ids, or so many pages of the most popular. */
  from: { ids: string } | { pages: number };
  pause?: (milliseconds: number) => Promise<void>;
}

/** Takes films in from TMDB, by the operator's own key, under TMDB's terms: pictures are referred to, not kept. */
export async function importTmdb(
  deps: ImportDeps,
  watch: ImportWatch,
  { keyFile, address, from, pause = pauseUntil(watch.signal) }: TmdbImport,
): Promise<Counts> {
  const key = (await readFile(keyFile, "utf8")).trim();
  const fingerprint =
    "ids" in from
      ? await fingerprintOf([from.ids], ["ids"])
      : createHash("sha256").update(`pages ${from.pages}`).digest("base64url");
  const run = await beginImport(deps, { source: "tmdb", fingerprint }, "films", watch);
  await deps.log.commit((tx) => upsertSites(tx, [site]));
  const tmdb = createTmdb({ key, address, pause });
  try {
    if ("ids" in from) {
      const progress = await createProgress(watch, [from.ids]);
      progress.doing("films");
      await writeMovies(run, tmdb, idsOfFile(from.ids, progress.read), basename(from.ids), watch.now);
    } else {
      const ids = idsOfPages(tmdb, from.pages, run.position["films"] ?? 0, (share) =>
        watch.progress(share, "films"),
      );
      await writeMovies(run, tmdb, ids, "page", watch.now);
    }
    await run.finish();
    return run.counts;
  } finally {
    tmdb.close();
  }
}

const pauseUntil = (signal: AbortSignal) => (milliseconds: number) =>
  setTimeout(milliseconds, undefined, { signal }).catch(() => {
    throw new Stopped();
  });

/** Asks for each movie and writes it; those that stand in the list twice are asked for once. */
async function writeMovies(
  run: ImportRun,
  tmdb: Tmdb,
  ids: MovieIds,
  file: string,
  now: Date,
): Promise<void> {
  const behind = run.position["films"] ?? 0;
  const today = now.toISOString().slice(0, 10);
  const seen = new Set<number>();
  let asked: AskedMovie[] = [];

  async function write(last: number): Promise<void> {
    const films: FilmInput[] = [];
    for (let from = 0; from < asked.length; from += atOnce.asked) {
      const some = asked.slice(from, from + atOnce.asked);
      const movies = await Promise.all(some.map(({ id }) => tmdb.movie(id)));
      for (const [at, { id, line }] of some.entries()) {
        const film = movies[at] && read(movies[at], today);
        if (film) films.push({ ...film, line });
        else run.faults.tell(file, line, `TMDB has no movie ${id}, or what it says of it cannot be read`);
      }
    }
    asked = [];
    await run.writeFilms(file, { films: last }, films, {});
  }

  let last = behind;
  for await (const block of ids)
    for (const row of block) {
      if (row.line <= behind) {
        if ("id" in row) seen.add(row.id);
        continue;
      }
      // A page is done only when all of it is.
      if (asked.length >= atOnce.written && row.line > last) await write(last);
      last = row.line;
      if (run.faults.isBad(file, row) || seen.has(row.id)) continue;
      seen.add(row.id);
      asked.push(row);
    }
  await write(last);
}

function read(movie: TmdbMovie, today: string) {
  try {
    return readMovie(movie, today);
  } catch (error) {
    // What has another shape than the documented one.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
