import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

export interface ImdbSize {
  titles: number;
  /** Besides the films: IMDb's files are episodes for the larger part. */
  episodes: number;
  /** Whether there are files of people and of other titles, too. */
  isComplete: boolean;
}

const genres = [
  "Drama",
  "Comedy",
  "Thriller",
  "Romance",
  "Action",
  "Documentary",
  "Horror",
  "Crime",
  "Adventure",
];
const words = [
  "Night",
  "River",
  "House",
  "Last",
  "Summer",
  "Letter",
  "Silent",
  "Blue",
  "Return",
  "City",
  "Mother",
  "Road",
];
const korean = ["밤", "강", "집", "마지막", "여름", "편지", "침묵", "푸른", "귀환", "도시", "어머니", "길"];

/** Always the same numbers. */
function createRandom(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const titleId = (n: number) => `tt${String(n).padStart(7, "0")}`;
const personId = (n: number) => `nm${String(n).padStart(7, "0")}`;

/** The ids of both kinds in IMDb's own order, byte by byte; every `step`-th is a film. */
function* titlesOf({ titles, episodes }: ImdbSize): Generator<{ id: string; isFilm: boolean }> {
  const all = titles + episodes;
  const ids = Array.from({ length: all }, (_, n) => titleId(n * 9 + 1)).sort();
  let films = 0;
  for (const [place, id] of ids.entries()) {
    const isFilm = films * all <= place * titles;
    if (isFilm) films += 1;
    yield { id, isFilm };
  }
}

/** Files like IMDb's, of made-up titles. */
export async function writeImdbFiles(folder: string, size: ImdbSize): Promise<void> {
  const write = (name: string, lines: Iterable<string>) =>
    pipeline(
      Readable.from(chunks(lines)),
      createGzip({ level: 1 }),
      createWriteStream(join(folder, `${name}.tsv.gz`)),
    );
  await write("title.basics", basics(size));
  await write("title.ratings", ratings(size));
  if (!size.isComplete) return;
  await write("title.akas", akas(size));
  await write("title.principals", principals(size));
  await write("name.basics", names(size.titles));
}

function* chunks(lines: Iterable<string>): Generator<string> {
  let chunk: string[] = [];
  for (const line of lines) {
    chunk.push(line);
    if (chunk.length < 5_000) continue;
    yield `${chunk.join("\n")}\n`;
    chunk = [];
  }
  yield `${chunk.join("\n")}\n`;
}

function* basics(size: ImdbSize): Generator<string> {
  const random = createRandom(1);
  yield "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres";
  for (const { id, isFilm } of titlesOf(size)) {
    const title = `The ${words[random(12)]} ${words[random(12)]} ${random(90_000)}`;
    const original = random(4) === 0 ? `${title} (original)` : title;
    const year = random(20) === 0 ? "\\N" : 1900 + random(125);
    const kinds = Array.from({ length: 1 + random(3) }, () => genres[random(9)]);
    yield `${id}\t${isFilm ? "movie" : "tvEpisode"}\t${title}\t${original}\t0\t${year}\t\\N\t${60 + random(120)}\t${[...new Set(kinds)].join(",")}`;
  }
}

function* ratings(size: ImdbSize): Generator<string> {
  const random = createRandom(2);
  yield "tconst\taverageRating\tnumVotes";
  for (const { id } of titlesOf(size))
    yield `${id}\t${(1 + random(90) / 10).toFixed(1)}\t${5 + random(100) ** 3}`;
}

function* akas(size: ImdbSize): Generator<string> {
  const random = createRandom(3);
  yield "titleId\tordering\ttitle\tregion\tlanguage\ttypes\tattributes\tisOriginalTitle";
  for (const { id } of titlesOf(size)) {
    yield `${id}\t1\t${korean[random(12)]} ${korean[random(12)]} ${random(90_000)}\tKR\t\\N\timdbDisplay\t\\N\t0`;
    yield `${id}\t2\tLe ${words[random(12)]} ${random(90_000)}\tFR\t\\N\timdbDisplay\t\\N\t0`;
    yield `${id}\t3\tDas ${words[random(12)]} ${random(90_000)}\tDE\t\\N\timdbDisplay\t\\N\t0`;
  }
}

function* principals(size: ImdbSize): Generator<string> {
  const random = createRandom(4);
  const roles = ["director", "writer", "actor", "actress", "actor", "composer"];
  yield "tconst\tordering\tnconst\tcategory\tjob\tcharacters";
  for (const { id } of titlesOf(size))
    for (const [place, role] of roles.entries()) {
      // Few people are in many films.
      const person = 1 + Math.floor(size.titles ** (random(10_000) / 10_000)) + random(1_000);
      yield `${id}\t${place + 1}\t${personId(person)}\t${role}\t\\N\t${role.startsWith("act") ? `["${words[random(12)]}"]` : "\\N"}`;
    }
}

function* names(people: number): Generator<string> {
  const random = createRandom(5);
  yield "nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles";
  const ids = Array.from({ length: people + 1_000 }, (_, n) => personId(n + 1)).sort();
  for (const id of ids)
    yield `${id}\t${words[random(12)]} ${words[random(12)]}son\t${1900 + random(100)}\t\\N\tactor\t\\N`;
}
