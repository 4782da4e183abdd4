import { Type } from "typebox";
import {
  type AspectScores,
  defaults,
  externalBase,
  listAspects,
  posterior,
  reactionPoints,
  reactionWeight,
  reviewDepth,
  reviewOpinion,
  reviewQuality,
  type SiteRating,
} from "../../src/spaces/films/engine/index.ts";
import { Aspects, Sites } from "./case-events.ts";
import { firstFault } from "./case-file.ts";

const numbers = <const Names extends string[]>(...names: Names) =>
  Object.fromEntries(names.map((name) => [name, Type.Number()]));

/** The formulas alone, by the names that cases call them. */
const functions = {
  base: {
    input: Type.Object({ sites: Sites }),
    read({ sites }: { sites: SiteRating[] }) {
      const { base, kappa, deviation, trust, disagreement } = externalBase(sites, defaults);
      return { B: base, kappa, zb: deviation, P: trust, D: disagreement };
    },
  },
  posterior: {
    input: Type.Object(numbers("B", "kappa", "W", "X")),
    read({ B, kappa, W, X }: Record<"B" | "kappa" | "W" | "X", number>) {
      const found = posterior(B, kappa, W, X, defaults.score);
      return {
        score: 100 * found.mean,
        sort: found.sort,
        T: found.evidence,
        memberW: found.memberVotes,
        p: found.memberMean,
      };
    },
  },
  review: {
    input: Type.Object({ aspects: Aspects, ...numbers("chars", "Lw", "Dw") }),
    read({ aspects, chars, Lw, Dw }: { aspects: AspectScores } & Record<"chars" | "Lw" | "Dw", number>) {
      const listed = listAspects(aspects);
      const rules = defaults.reviews;
      return {
        o: reviewOpinion(listed, rules),
        depth: reviewDepth(chars, listed, rules),
        phi: reviewQuality(Lw, Dw, rules),
      };
    },
  },
  reaction: {
    input: Type.Object({
      ...numbers("w", "idx", "rev", "n", "depth", "g"),
      tier: Type.Integer({ minimum: 0, maximum: 3 }),
    }),
    read(given: Record<"w" | "idx" | "rev" | "n" | "depth" | "g" | "tier", number>) {
      const { bar } = defaults.tiers[given.tier]!;
      const points = (v: 1 | -1, weight: number) =>
        reactionPoints(
          v,
          { weight, place: given.n, depth: given.depth, reception: given.g, bar },
          defaults.reactions,
        ) / 100;
      const eff = reactionWeight(given.w, given.idx, given.rev);
      return {
        eff,
        like: points(1, eff),
        dislike: points(-1, eff),
        likeFull: points(1, given.w),
        dislikeFull: points(-1, given.w),
      };
    },
  },
};

/** What a formula gives for this input. Throws, in words, when there is no such formula or the input is another's. */
export function readPure(fn: string | undefined, input: unknown): Record<string, number> {
  if (fn === undefined || !Object.hasOwn(functions, fn)) throw new Error(`there is no function ${fn}`);
  const { input: schema, read } = functions[fn as keyof typeof functions];
  const fault = firstFault(schema, input);
  if (fault) throw new Error(`input: ${fault}`);
  return read(input as never);
}
