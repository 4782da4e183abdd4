import { m } from "#lib/paraglide/messages.js";
import type { FilmRank } from "./types.ts";

/** "내 표의 무게는 3일·5편 뒤에 커져요": what is still missing until a vote weighs more; nothing where it weighs its most. */
export function growthWords(rank: Pick<FilmRank, "growth"> | null | undefined): string | undefined {
  const { days = 0, films = 0, next = null } = rank?.growth ?? {};
  if (!next) return undefined;
  const left = { days: Math.max(0, next.days - days), films: Math.max(0, next.films - films) };
  if (left.days === 0) return m.film_weight_grows_films(left);
  if (left.films === 0) return m.film_weight_grows_days(left);
  return m.film_weight_grows(left);
}
