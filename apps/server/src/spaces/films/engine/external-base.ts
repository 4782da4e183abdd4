import { clamp, rounded, sigmoid } from "./arithmetic.ts";
import type { Constants, Site } from "./constants.ts";
import type { SiteRating } from "./events.ts";

/** What the rating sites say of a film: `base` is the chance (1e-4) that it is liked, `kappa` how many milli-votes that is worth. */
export interface ExternalBase {
  base: number;
  kappa: number;
  /** The blended deviation from the usual film, the sites' trust, and how far they disagree. */
  deviation: number;
  trust: number;
  disagreement: number;
}

/** films.md §4, Base: sites are blended as deviations from their own usual film, and disagreement makes them count less. */
export function externalBase(
  ratings: readonly SiteRating[],
  { sites, base: rules }: Pick<Constants, "sites" | "base">,
): ExternalBase {
  let trust = 0;
  let sum = 0;
  const heard: { z: number; share: number }[] = [];
  for (const { site, value, count } of ratings) {
    const known = Object.hasOwn(sites, site) ? sites[site] : undefined;
    if (known === undefined || !(count > 0)) continue;
    const z = clamp((onScale(known, value, count) - known.mu) / known.s, -rules.farthest, rules.farthest);
    const share = (known.rho * count) / (count + known.m);
    heard.push({ z, share });
    trust += share;
    sum += share * z;
  }
  const mean = trust > 0 ? sum / trust : 0;
  const spread = heard.reduce((all, { z, share }) => all + share * (z - mean) ** 2, 0);
  const disagreement = trust > 0 ? spread / trust : 0;
  const deviation = sum / (trust + rules.prior);
  const agreed = trust / (trust + rules.prior) / (1 + disagreement);
  return {
    base: rounded(10_000 * sigmoid(rules.intercept + rules.slope * deviation)),
    kappa: rounded(1000 * (rules.leastVotes + rules.moreVotes * agreed)),
    deviation,
    trust,
    disagreement,
  };
}

/** A share of critics says less about quality near its ends, and nothing certain when few were asked. */
function onScale({ transform }: Site, value: number, count: number): number {
  if (transform === "as-it-is") return value;
  const share = ((value / 100) * count + 0.5) / (count + 1);
  return Math.log(share / (1 - share));
}
