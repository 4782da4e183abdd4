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

/** The options that every bench takes; the defaults are what the README's figures were made with. */
export function readOptions(): BenchOptions {
  const { values } = parseArgs({
    options: {
      data: { type: "string", default: join(import.meta.dirname, "../.data") },
      people: { type: "string", default: "100000" },
      follows: { type: "string", default: "3000000" },
      posts: { type: "string", default: "100000" },
      port: { type: "string", default: "5950" },
      seconds: { type: "string", default: "8" },
      rounds: { type: "string", default: "3" },
    },
  });
  const number = (name: Exclude<keyof BenchOptions, "data">) => {
    const value = Number(values[name]);
    if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} is a whole number above 0`);
    return value;
  };
  return {
    data: resolve(values.data),
    people: number("people"),
    follows: number("follows"),
    posts: number("posts"),
    port: number("port"),
    seconds: number("seconds"),
    rounds: number("rounds"),
  };
}
