import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { BrokenFile } from "../files/broken-file.ts";
import { readLines } from "../files/lines.ts";
import { openFile } from "../files/open-file.ts";

/** The columns that are read of each of IMDb's files (https://developer.imdb.com/non-commercial-datasets/). */
export const columns = {
  basics: [
    "tconst",
    "titleType",
    "primaryTitle",
    "originalTitle",
    "isAdult",
    "startYear",
    "runtimeMinutes",
    "genres",
  ],
  ratings: ["tconst", "averageRating", "numVotes"],
  principals: ["tconst", "nconst", "category", "characters"],
  names: ["nconst", "primaryName", "birthYear", "deathYear"],
  akas: ["titleId", "title", "region", "language"],
} as const;

export type ImdbFile = keyof typeof columns;
export type ImdbFiles = { basics: string } & Partial<Record<ImdbFile, string>>;

/** Which of the files lie in the folder, or are named: by what they contain, whatever they are called. */
export async function findImdbFiles(paths: readonly string[]): Promise<ImdbFiles> {
  const found: Partial<Record<ImdbFile, string>> = {};
  for (const path of (await Promise.all(paths.map(filesAt))).flat()) {
    const kind = await kindOf(path);
    if (kind === undefined) continue;
    if (found[kind] !== undefined)
      throw new BrokenFile(
        `${basename(found[kind])} and ${basename(path)} are both title or name files of one kind: name one of them.`,
      );
    found[kind] = path;
  }
  if (found.basics === undefined)
    throw new BrokenFile(
      `There is no title.basics.tsv.gz at ${paths.join(", ")}; without it there are no films.`,
    );
  return { ...found, basics: found.basics };
}

async function filesAt(path: string): Promise<string[]> {
  const is = await stat(path).catch(() => {
    throw new BrokenFile(`${path} is not there.`);
  });
  if (!is.isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => /\.tsv(\.gz)?$/.test(name))
    .sort()
    .map((name) => join(path, name));
}

async function kindOf(path: string): Promise<ImdbFile | undefined> {
  for await (const { lines } of readLines(openFile(path))) {
    const [head] = lines;
    const names = typeof head === "string" ? head.split("\t") : [];
    return (Object.keys(columns) as ImdbFile[]).find((kind) =>
      columns[kind].every((name) => names.includes(name)),
    );
  }
  return undefined;
}
