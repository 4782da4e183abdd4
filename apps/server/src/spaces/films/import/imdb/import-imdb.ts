import { stat } from "node:fs/promises";
import { upsertSites } from "../../catalogue/rating-queries.ts";
import { fingerprintOf } from "../files/fingerprint.ts";
import { beginImport, type Counts, type ImportDeps, type ImportWatch } from "../import-run.ts";
import { createProgress } from "../progress.ts";
import { findImdbFiles, type ImdbFile } from "./files.ts";
import { writeImdbFilms } from "./films-step.ts";
import { writeImdbPeople } from "./people-step.ts";
import type { TitleChoice } from "./titles.ts";

const imdb = {
  id: "imdb",
  name: "IMDb",
  measure: "imdb",
  attribution: "Information courtesy of IMDb (https://www.imdb.com). Used with permission.",
  url: "https://www.imdb.com",
};

/** Takes in IMDb's public files. Whoever does so answers for their licence: they are for personal and non-commercial use. */
export async function importImdb(
  deps: ImportDeps,
  watch: ImportWatch,
  paths: readonly string[],
  choice: TitleChoice,
): Promise<Counts> {
  const files = await findImdbFiles(paths);
  const { basics, ratings, principals, names } = files;
  const ratedOn = ratings === undefined ? "" : (await stat(ratings)).mtime.toISOString().slice(0, 10);
  const kinds = (Object.keys(files) as ImdbFile[]).sort();
  const fingerprint = await fingerprintOf(
    kinds.map((kind) => files[kind]!),
    [kinds, choice, ratedOn],
  );
  const hasPeople = principals !== undefined && names !== undefined;
  const run = await beginImport(deps, { source: "imdb", fingerprint }, hasPeople ? "people" : "films", watch);
  await deps.log.commit((tx) => upsertSites(tx, [imdb]));
  // What finding the people reads, and what each step reads.
  const read = [
    ...(hasPeople && run.step === "people" ? [basics, principals, names] : []),
    ...Object.entries(files).flatMap(([kind, path]) => (kind === "names" ? [] : [path])),
  ];
  const progress = await createProgress(watch, read);
  const options = { choice, ratedOn, onRead: progress.read };
  if (run.step === "people" && hasPeople) {
    progress.doing("people");
    await writeImdbPeople(deps, run, { basics, principals, names }, options);
    await run.enter("films");
  }
  progress.doing("films");
  await writeImdbFilms(run, files, options);
  await run.finish();
  return run.counts;
}
