import { m } from "#lib/paraglide/messages.js";
import type { RankEntry } from "./types.ts";
import { rankWord } from "./ranks.ts";

const steps: Record<string, Record<string, () => string>> = {
  promotion: {
    begun: m.film_entry_promotion_begun,
    "game-won": m.film_entry_game_won,
    "game-lost": m.film_entry_game_lost,
    won: m.film_entry_promotion_won,
    lost: m.film_entry_promotion_lost,
    dropped: m.film_entry_series_dropped,
  },
  demotion: {
    begun: m.film_entry_demotion_begun,
    "game-won": m.film_entry_game_won,
    "game-lost": m.film_entry_game_lost,
    won: m.film_entry_demotion_won,
    lost: m.film_entry_demotion_lost,
    dropped: m.film_entry_series_dropped,
  },
};

function reactionWords({ delta, byTier }: RankEntry): string {
  const word =
    delta > 0 ? m.film_entry_like() : delta < 0 ? m.film_entry_dislike() : m.film_entry_uncounted();
  return byTier === null ? word : `${word} · ${rankWord(byTier)}`;
}

/** What moved points, or where a series went: "좋아요 · 방구석 평론가". */
export function entryWords(entry: RankEntry): string {
  const { kind, detail, tier } = entry;
  if (kind === "reaction") return reactionWords(entry);
  if (kind === "reversal") return m.film_entry_reversal();
  if (kind === "review-gone") return m.film_entry_review_gone();
  if (kind === "strike") return m.film_entry_strike({ level: detail ?? "" });
  if (kind === "tier")
    return (detail === "up" ? m.film_entry_up : m.film_entry_down)({ rank: rankWord(tier) });
  const [direction = "", step = ""] = detail?.split(" ") ?? [];
  return steps[direction]?.[step]?.() ?? m.film_entry_series();
}
