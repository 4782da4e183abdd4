import type { Constants } from "./constants.ts";
import { filmScore } from "./film-score.ts";
import type { Posterior } from "./posterior.ts";
import type { Film } from "./state.ts";

export interface RankedFilm {
  film: Film;
  score: Posterior;
}

/** films.md §4: lists go by the sort key, then by id. */
export function rankFilms(films: Iterable<Film>, constants: Constants): RankedFilm[] {
  const ranked = Array.from(films, (film) => ({ film, score: filmScore(film, constants) }));
  return ranked.sort(
    (one, other) => other.score.sort - one.score.sort || (one.film.id < other.film.id ? -1 : 1),
  );
}

/** films.md §4: whether there is enough evidence for the chart. */
export const isCharted = ({ evidence }: Posterior, { score }: Constants): boolean =>
  evidence >= score.chartedFrom;
