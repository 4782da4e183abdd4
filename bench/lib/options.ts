import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

export interface BenchOptions {
  /** Where the large data set is kept between runs. */
  data: string;
  people: number;
  follows: number;
  posts: number;
  /** The first of the few ports that a bench uses. */
  port: number;
  /** Measured seconds per run. */
  seconds: number;
  /** How often each pair of runs is repeated. */
  rounds: number;
}

const defaults = {
  data: join(import.meta.dirname, "../.data"),
  people: "100000",
  follows: "3000000",
  posts: "100000",
  port: "5950",
  seconds: "8",
  rounds: "3",
};

/**
 * The options that every bench takes; the defaults are what the README's figures were made with. `own` has those of one bench besides, or other
 * defaults for it; they are answered as `own`.
 */
export function readOptions<Own extends Record<string, string>>(own?: Own): BenchOptions & { own: Own } {
  const all: Record<string, string> = { ...defaults, ...own };
  const { values } = parseArgs({
    options: Object.fromEntries(
      Object.entries(all).map(([name, value]) => [name, { type: "string", default: value } as const]),
    ),
  });
  const given = values as Record<string, string>;
  const number = (name: Exclude<keyof BenchOptions, "data">) => {
    const value = Number(given[name]);
    if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} is a whole number above 0`);
    return value;
  };
  return {
    data: resolve(given["data"]!),
    people: number("people"),
    follows: number("follows"),
    posts: number("posts"),
    port: number("port"),
    seconds: number("seconds"),
    rounds: number("rounds"),
    own: Object.fromEntries(Object.keys(own ?? {}).map((name) => [name, given[name]])) as Own,
  };
}
