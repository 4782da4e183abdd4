import { utimes } from "node:fs/promises";
import { dirname } from "node:path";
import type { testImports } from "./film-imports.ts";

export const basicsHead =
  "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres";
export const ratingsHead = "tconst\taverageRating\tnumVotes";
export const movie = (id: string, title: string, more = "\t0\t2019\t\\N\t132\tDrama,Thriller") =>
  `${id}\tmovie\t${title}\t${title}${more}`;

export const imdbFiles = {
  "title.basics.tsv.gz": [
    basicsHead,
    movie("tt0000001", "First"),
    "tt0000002\ttvEpisode\tPilot\tPilot\t0\t2001\t\\N\t40\tDrama",
    "tt6751668\tmovie\tParasite\t기생충\t0\t2019\t\\N\t132\tDrama,Thriller,Talk-Show",
    movie("tt6751669", "Adult", "\t1\t2019\t\\N\t132\tAdult"),
    movie("tt9000000", "Nothing known", "\t0\t\\N\t\\N\t\\N\t\\N"),
    "tt9000001\tshort\tShort\tShort\t0\t2001\t\\N\t4\tShort",
  ],
  "title.ratings.tsv.gz": [
    ratingsHead,
    "tt0000001\t5.7\t2000",
    "tt0000002\t9.9\t9",
    "tt6751668\t8.5\t1000000",
  ],
  "title.akas.tsv.gz": [
    "titleId\tordering\ttitle\tregion\tlanguage\ttypes\tattributes\tisOriginalTitle",
    "tt6751668\t1\t기생충\tKR\t\\N\timdbDisplay\t\\N\t0",
    "tt6751668\t2\tGisaengchung\tKR\ten\timdbDisplay\t\\N\t0",
    "tt6751668\t3\tParasites\tFR\t\\N\timdbDisplay\t\\N\t0",
    "tt6751668\t4\tパラサイト 半地下の家族\tJP\tja\timdbDisplay\t\\N\t0",
    "tt6751668\t5\tParasite\tUS\t\\N\timdbDisplay\t\\N\t0",
  ],
  "title.principals.tsv.gz": [
    "tconst\tordering\tnconst\tcategory\tjob\tcharacters",
    'tt6751668\t1\tnm0814280\tactor\t\\N\t["Ki Taek"]',
    'tt6751668\t2\tnm9999999\tactress\t\\N\t["Nobody"]',
    "tt6751668\t3\tnm0094435\tdirector\t\\N\t\\N",
    "tt6751668\t4\tnm0094435\twriter\tscreenplay\t\\N",
    "tt6751668\t5\tnm0000005\tcomposer\t\\N\t\\N",
    "tt9000001\t1\tnm0000006\tactor\t\\N\t\\N",
  ],
  "name.basics.tsv.gz": [
    "nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles",
    "nm0000005\tComposer\t1950\t\\N\tcomposer\t\\N",
    "nm0094435\tBong Joon Ho\t1969\t\\N\tdirector\ttt6751668",
    "nm0814280\tSong Kang-ho\t1967\t\\N\tactor\ttt6751668",
  ],
};

/** So many films that they come in several batches. */
export const manyImdbFiles = (() => {
  const ids = Array.from({ length: 6_000 }, (_, n) => `tt${String(n + 1).padStart(7, "0")}`);
  return {
    "title.basics.tsv.gz": [
      basicsHead,
      ...ids.map((id, n) => (n % 1000 === 7 ? "broken" : movie(id, `Film ${n}`))),
    ],
    "title.ratings.tsv.gz": [
      ratingsHead,
      ...ids.map((id, n) => (n % 1000 === 9 ? `${id}\t11\t1` : `${id}\t${(n % 90) / 10 + 1}\t${n}`)),
    ],
    "title.principals.tsv.gz": [
      imdbFiles["title.principals.tsv.gz"][0]!,
      ...ids.flatMap((id, n) => [
        `${id}\t1\tnm000${1000 + (n % 700)}\tactor\t\\N\t\\N`,
        `${id}\t2\tnm0002000\tdirector\t\\N\t\\N`,
      ]),
    ],
    "name.basics.tsv.gz": [
      imdbFiles["name.basics.tsv.gz"][0]!,
      ...Array.from({ length: 1_001 }, (_, n) => `nm000${1000 + n}\tPerson ${n}\t1950\t\\N\tactor\t\\N`),
    ],
  };
})();

/** The day of the ratings is that of their file. */
const ratedAt = new Date("2026-11-01T12:00:00Z");

/** Writes the files into a folder of their own. */
export async function imdbFolder(
  imports: ReturnType<typeof testImports>,
  content: Record<string, readonly string[] | Buffer>,
): Promise<string> {
  const name = crypto.randomUUID();
  let path = "";
  for (const [file, lines] of Object.entries(content)) {
    path = await imports.file(file, Buffer.isBuffer(lines) ? lines : `${lines.join("\n")}\n`, name);
    await utimes(path, ratedAt, ratedAt);
  }
  return dirname(path);
}
