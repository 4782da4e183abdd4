import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { importImdb } from "./imdb/import-imdb.ts";
import type { Counts, ImportDeps, ImportWatch } from "./import-run.ts";
import { importMovieLens } from "./movielens/import-movielens.ts";
import { importOwn } from "./own/import-own.ts";
import { summaryOf } from "./summary.ts";
import { importTmdb } from "./tmdb/import-tmdb.ts";

const usage = `It is one of:

  maru import films imdb FOLDER|FILES [--shorts] [--adult]
      IMDb's title.basics, and of title.ratings, title.akas, title.principals and name.basics those that are there (.tsv.gz)
  maru import films movielens FOLDER
      a MovieLens data set, unpacked: movies.csv, links.csv, and ratings.csv if it is there
  maru import films file FILE.csv|FILE.jsonl
      films, where they can be seen, and ratings of any site; docs/films-catalogue.md describes both kinds of files
  maru import films tmdb --key-file FILE --ids FILE|--discover PAGES [--api ADDRESS]
      films of The Movie Database by your own key: those whose ids are in a file, or pages of 20 of the most popular

What was cut off goes on where it was when the same command is given again. Whoever imports answers for the licence of what
is imported: IMDb's files, for example, are for personal and non-commercial use.
`;

type Import = (deps: ImportDeps, watch: ImportWatch, args: string[]) => Promise<Counts>;

/** What was asked for cannot be asked for like this. */
class Misused extends Error {}

const imports: Readonly<Record<string, Import>> = {
  imdb(deps, watch, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { shorts: { type: "boolean", default: false }, adult: { type: "boolean", default: false } },
    });
    if (positionals.length === 0) throw new Misused();
    return importImdb(deps, watch, positionals, values);
  },
  movielens: (deps, watch, args) => importMovieLens(deps, watch, only(args)),
  file: (deps, watch, args) => importOwn(deps, watch, only(args)),
  tmdb(deps, watch, args) {
    const text = { type: "string" } as const;
    const { values } = parseArgs({
      args,
      options: {
        "key-file": text,
        ids: text,
        discover: text,
        api: { ...text, default: "https://api.themoviedb.org/3" },
      },
    });
    const { "key-file": keyFile, ids, discover, api } = values;
    if (keyFile === undefined || (ids === undefined) === (discover === undefined)) throw new Misused();
    return importTmdb(deps, watch, {
      keyFile,
      address: api,
      from: ids === undefined ? { pages: pagesIn(discover!) } : { ids },
    });
  },
};

/** The one file or folder that is named. */
function only(args: string[]): string {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  if (positionals.length !== 1) throw new Misused();
  return positionals[0]!;
}

function pagesIn(text: string): number {
  // TMDB gives no more than 500.
  if (!/^\d{1,3}$/.test(text) || Number(text) < 1 || Number(text) > 500) throw new Misused();
  return Number(text);
}

/** `maru films import KIND …`: takes films in from elsewhere. Answers the exit code. */
async function importFilms(deps: ImportDeps, [kind = "", ...args]: string[]): Promise<number> {
  const chosen = Object.hasOwn(imports, kind) ? imports[kind] : undefined;
  if (!chosen) {
    process.stderr.write(usage);
    return 2;
  }
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const bar = createBar();
  const begun = Date.now();
  try {
    const watch = { progress: bar.show, note: bar.say, signal: stop.signal, now: new Date() };
    const counts = await chosen(deps, watch, args);
    bar.stop();
    process.stdout.write(`${summaryOf(counts)}\nDone in ${((Date.now() - begun) / 1000).toFixed(1)} s.\n`);
    return 0;
  } catch (error) {
    bar.stop();
    if (!isMisuse(error)) throw error;
    process.stderr.write(usage);
    return 2;
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}

const isMisuse = (error: unknown): boolean =>
  error instanceof Misused || ((error as { code?: string }).code ?? "").startsWith("ERR_PARSE_ARGS");

/** A bar that gives way to what is said meanwhile. */
function createBar() {
  const bar = new SingleBar({
    format: "{bar} {percentage}% {doing} {duration_formatted}",
    hideCursor: true,
    noTTYOutput: true,
    // Into a file or a pipe, a line every so often.
    notTTYSchedule: 5_000,
  });
  let isShown = false;
  return {
    show(share: number, doing: string): void {
      if (!isShown) bar.start(1, 0, { doing });
      isShown = true;
      bar.update(share, { doing });
    },
    say(text: string): void {
      if (isShown && process.stderr.isTTY) process.stderr.write("\r\u001b[K");
      process.stderr.write(`${text}\n`);
    },
    stop: () => bar.stop(),
  };
}

export const filmCommands = (deps: ImportDeps) => [
  { name: "import", run: (args: string[]) => importFilms(deps, args) },
];
