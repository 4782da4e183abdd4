import { between, randomFrom } from "../../../demo/art/drawing.ts";
import { defaults, type SiteRating } from "../engine/index.ts";
import type { DemoFilm } from "./demo-film.ts";

const madeUp = "데모를 위해 지어낸 평점 · made up for the demo";

/** Sites that exist only here, each with the measure by which its values are read. */
export const demoSites = [
  { id: "starfield", name: "별밭", measure: "star5", attribution: madeUp },
  { id: "filmmeter", name: "필름미터", measure: "metacritic", attribution: madeUp },
  { id: "reelscale", name: "영화저울", measure: "imdb", attribution: madeUp },
  { id: "seatheat", name: "객석온도", measure: "rt", attribution: madeUp },
] as const;

export interface DemoRating {
  site: (typeof demoSites)[number]["id"];
  measure: (typeof demoSites)[number]["measure"];
  value: number;
  votes: number;
  /** So many days ago it was read. */
  daysAgo: number;
}

/** How a measure's values look: its ends, and the steps that the site shows. */
const scales = {
  star5: { least: 0.5, most: 5, digits: 1 },
  metacritic: { least: 1, most: 100, digits: 0 },
  imdb: { least: 1, most: 10, digits: 1 },
  rt: { least: 2, most: 99, digits: 0 },
};

/** Sites of everybody have many votes, sites of critics a few dozen. */
const votesAt = {
  star5: (fame: number) => 25 * Math.exp(7 * fame),
  metacritic: (fame: number) => 3 + 42 * fame,
  imdb: (fame: number) => 60 * Math.exp(6.5 * fame),
  rt: (fame: number) => 5 + 230 * fame ** 1.5,
};

/** What the sites say of a film: nearly the same, each on its own scale. */
export function ratingsOf({ key, acclaim, fame }: DemoFilm): DemoRating[] {
  if (acclaim === undefined) return [];
  const random = randomFrom(`ratings ${key}`);
  return demoSites.flatMap(({ id, measure }) => {
    const { mu, s } = defaults.sites[measure]!;
    const told = mu + s * (acclaim + between(random, -0.25, 0.25));
    const { least, most, digits } = scales[measure];
    const shown = measure === "rt" ? 100 / (1 + Math.exp(-told)) : told;
    const value = Number(Math.min(most, Math.max(least, shown)).toFixed(digits));
    const votes = Math.round(votesAt[measure](fame) * (0.7 + random() * 0.6));
    const rating = { site: id, measure, value, votes, daysAgo: 4 + Math.floor(random() * 90) };
    // Critics do not write about what hardly anybody sees.
    return measure === "metacritic" && fame < 0.1 ? [] : [rating];
  });
}

/** The same as the engine is told of it. */
export const toldOf = (film: DemoFilm): SiteRating[] =>
  ratingsOf(film).map(({ measure, value, votes }) => ({ site: measure, value, count: votes }));
