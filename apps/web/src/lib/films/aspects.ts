import { m } from "#lib/paraglide/messages.js";
import type { Aspect, Aspects } from "./types.ts";

export const aspects = ["directing", "acting", "story", "visuals", "music"] as const satisfies Aspect[];

const names = {
  directing: m.film_directing,
  acting: m.film_acting,
  story: m.film_story,
  visuals: m.film_visuals,
  music: m.film_music,
};
export const aspectWord = (aspect: Aspect) => names[aspect]();

/** The mean of what a review gives, 1 to 10. */
export function meanOf(given: Aspects): number {
  const values = aspects.flatMap((aspect) => given[aspect] ?? []);
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
