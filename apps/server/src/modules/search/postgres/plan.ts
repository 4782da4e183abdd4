import { hashToken } from "../text/hash.ts";
import type { Need, Needs } from "../text/needs.ts";

/** A need in hashes. */
export interface HashedNeed {
  all: number[];
  either: readonly [number[], number[]] | undefined;
}

/** Needs in the form in which the index is asked. */
export interface Plan {
  /** Hashes that every hit has. */
  must: number[];
  /** Of each of these pairs every hit has at least one; asked of the index where a need has nothing that is sure. */
  oneOf: [number, number][];
  /** Needs with a choice, to be looked at row by row. */
  choices: HashedNeed[];
  not: HashedNeed[];
  better: number[];
  /** What every hit answers, need by need; for guessing how many posts do. */
  needs: HashedNeed[];
}

function hashed({ all, either }: Need): HashedNeed {
  const hashes = (tokens: string[]) => tokens.map(hashToken);
  return { all: hashes(all), either: either && [hashes(either[0]), hashes(either[1])] };
}

export function planOf(needs: Needs): Plan {
  const must = needs.must.map(hashed);
  const withChoice = must.filter((need) => need.either !== undefined);
  return {
    must: [...new Set(must.flatMap((need) => need.all))],
    oneOf: withChoice
      .filter((need) => need.all.length === 0)
      .map(({ either }) => [either![0][0]!, either![1][0]!]),
    // A choice between single tokens is decided by the index already.
    choices: withChoice.filter(
      ({ all, either }) => all.length > 0 || either![0].length > 1 || either![1].length > 1,
    ),
    not: needs.mustNot.map(hashed),
    better: needs.better.map(hashToken),
    needs: must,
  };
}
