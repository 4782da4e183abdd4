import { basename, join } from "node:path";
import { stat } from "node:fs/promises";
import type { ExternalId, RatingInput } from "../../catalogue/film-input.ts";
import { isGenre } from "../../vocabulary.ts";
import type { Faults } from "../faults.ts";
import { BrokenFile } from "../files/broken-file.ts";
import { readCsv } from "../files/csv.ts";
import { fingerprintOf } from "../files/fingerprint.ts";
import { readLines } from "../files/lines.ts";
import { openFile } from "../files/open-file.ts";
import type { Row, Rows } from "../files/rows.ts";
import { beginImport, type Counts, type ImportDeps, type ImportWatch } from "../import-run.ts";
import { createProgress } from "../progress.ts";
import { type ReadFilm, writeRows } from "../write-rows.ts";
import { readMovieTitle } from "./movie-title.ts";
import { readMeans } from "./ratings.ts";

const movielens = {
  id: "movielens",
  name: "MovieLens",
  measure: "star5",
  attribution:
    "F. Maxwell Harper and Joseph A. Konstan. 2015. The MovieLens Datasets: History and Context. ACM TiiS 5, 4: 19. https://doi.org/10.1145/2827872",
  url: "https://grouplens.org/datasets/movielens/",
};

const columns = {
  movies: ["movieId", "title", "genres"],
  links: ["movieId", "imdbId", "tmdbId"],
  ratings: ["movieId", "rating", "timestamp"],
};

/** Names of MovieLens that are others here. */
const genreNames: Readonly<Record<string, string>> = { children: "family" };

/**
 * Takes in a folder of a MovieLens data set: movies.csv, links.csv, by which films that are there already are known again, and ratings.csv where there
 * is one. Films are not described well there, so it only adds what is missing.
 */
export async function importMovieLens(deps: ImportDeps, watch: ImportWatch, folder: string): Promise<Counts> {
  const path = (name: keyof typeof columns) => join(folder, `${name}.csv`);
  for (const name of ["movies", "links"] as const)
    if (!(await isThere(path(name)))) throw new BrokenFile(`There is no ${name}.csv in ${folder}.`);
  const hasRatings = await isThere(path("ratings"));
  const files = [path("movies"), path("links"), ...(hasRatings ? [path("ratings")] : [])];
  const run = await beginImport(
    deps,
    { source: "movielens", fingerprint: await fingerprintOf(files, []) },
    "films",
    watch,
  );
  const progress = await createProgress(watch, files);
  const rowsOf = (name: keyof typeof columns): Rows =>
    readCsv(`${name}.csv`, readLines(openFile(path(name), progress.read)), { required: columns[name] });

  progress.doing("ratings");
  const means = hasRatings
    ? await readMeans("ratings.csv", rowsOf("ratings"), run.faults)
    : new Map<string, RatingInput>();
  progress.doing("links");
  const links = await readLinks(rowsOf("links"), run.faults);
  // Where it goes on, these have been counted before.
  if (run.position["movies"] !== undefined) run.faults.take();
  progress.doing("films");
  await writeRows(run, {
    file: basename(path("movies")),
    key: "movies",
    rows: rowsOf("movies"),
    read: (row) => readMovie(row, links, means),
    onlyMissing: true,
  });
  await run.finish();
  return run.counts;
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

async function readLinks(rows: Rows, faults: Faults): Promise<Map<string, ExternalId[]>> {
  const links = new Map<string, ExternalId[]>();
  for await (const block of rows)
    for (const row of block) {
      if (faults.isBad("links.csv", row)) continue;
      const [movie, imdb, tmdb] = row.cells;
      const ids: ExternalId[] = [];
      if (imdb !== undefined && /^\d{1,12}$/.test(imdb))
        ids.push({ source: "imdb", value: `tt${imdb.padStart(7, "0")}` });
      if (tmdb !== undefined && /^\d{1,12}$/.test(tmdb)) ids.push({ source: "tmdb", value: tmdb });
      if (movie !== undefined) links.set(movie, ids);
    }
  return links;
}

function readMovie(
  { cells: [movie, text, kinds] }: Row,
  links: ReadonlyMap<string, ExternalId[]>,
  means: ReadonlyMap<string, RatingInput>,
): ReadFilm {
  if (movie === undefined || !/^\d{1,12}$/.test(movie))
    return { faults: [`${movie ?? "nothing"} is no id of a movie`] };
  const title = readMovieTitle(text ?? "");
  if (!title) return { faults: [`movie ${movie} has no title`] };
  const named = (kinds ?? "")
    .split("|")
    .map((kind) => kind.trim().toLowerCase())
    .filter((kind) => kind !== "" && kind !== "(no genres listed)")
    .map((kind) => genreNames[kind] ?? kind);
  const mean = means.get(movie);
  return {
    film: {
      ids: [...(links.get(movie) ?? []), { source: "movielens", value: movie }],
      titleOriginal: title.others[0] ?? title.title,
      titleEn: title.title,
      otherTitles: title.others.slice(1, 41),
      year: title.year,
      genres: [...new Set(named.filter(isGenre))].slice(0, 10),
      ...(mean && { ratings: [mean] }),
    },
    sites: mean ? [movielens] : [],
    faults: [],
    counts: { unknownGenres: named.filter((kind) => !isGenre(kind)).length },
  };
}
