import { type Fold, filmScore } from "../../apps/server/src/spaces/films/engine/index.ts";
import type { Tallies, Tally } from "./tally.ts";

/** Rankings that others use, by the tally of a film; `mean` is the share of likes over all films. */
export const otherRankings: Record<string, (tally: Tally, mean: number) => number> = {
  "like count": ({ likes }) => likes,
  "like ratio": (tally, mean) => (votesOf(tally) > 0 ? shareOf(tally) : mean),
  "mean stars": ({ stars, starred }) => (starred > 0 ? stars / starred : 6),
  Wilson: (tally) => wilson(tally),
  SteamDB: (tally) => {
    const share = votesOf(tally) > 0 ? shareOf(tally) : 0.5;
    return share - (share - 0.5) * 2 ** -Math.log10(votesOf(tally) + 1);
  },
  "IMDb-Bayes": (tally, mean) => (tally.likes + 25 * mean) / (votesOf(tally) + 25),
};

const votesOf = ({ likes, dislikes }: Tally) => likes + dislikes;
const shareOf = (tally: Tally) => tally.likes / votesOf(tally);

/** The lower end of the 95 % interval of the share of likes. */
export function wilson(tally: Tally): number {
  const n = votesOf(tally);
  if (n === 0) return 0;
  const z = 1.96;
  const share = shareOf(tally);
  const spread = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  return (share + z ** 2 / (2 * n) - spread) / (1 + z ** 2 / n);
}

export function othersOf(name: string, tallies: Tallies, films: readonly string[]): number[] {
  const all = films.map((film) => tallies.of(film));
  const votes = all.reduce((sum, tally) => sum + votesOf(tally), 0);
  const mean = votes > 0 ? all.reduce((sum, { likes }) => sum + likes, 0) / votes : 0.5;
  return all.map((tally) => otherRankings[name]!(tally, mean));
}

/** By Maru's sort key; a film of which nothing is known counts as the usual one. */
export const maruOf = (fold: Fold, films: readonly string[]): number[] =>
  films.map((id) => {
    const film = fold.films.get(id);
    return film ? filmScore(film, fold.totals.constants).sort : 58.33;
  });
