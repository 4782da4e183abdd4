import { m } from "#lib/paraglide/messages.js";
import type { FilmSeries, RankSeries } from "./types.ts";
import { tierWord } from "./tiers.ts";

/** The games of a film's series in no order of theirs: what was won, then what was lost. */
export const gamesOf = ({ wins, losses }: Pick<FilmSeries, "wins" | "losses">) => [
  ...Array<"won">(wins).fill("won"),
  ...Array<"lost">(losses).fill("lost"),
];

/** "승급전, 5판 3선승 중 2승 1패": what the dots say. */
export function dotsSay({ kind, wins, losses, bestOf }: FilmSeries | RankSeries): string {
  const name = kind === "promotion" ? m.film_promotion() : m.film_demotion();
  return m.film_series_says({ name, bestOf, needed: Math.ceil(bestOf / 2), wins, losses });
}

/** What a film's series is about: "명작까지 1승", "강등까지 2패". */
export function seriesGoal({ kind, wins, losses, bestOf }: FilmSeries, tier: number): string {
  const needed = Math.ceil(bestOf / 2);
  return kind === "promotion"
    ? m.film_series_up({ tier: tierWord(tier + 1), count: needed - wins })
    : m.film_series_down({ count: needed - losses });
}
