import { type Draft, prepend } from "./draft.ts";
import { stageOf } from "./member-weight.ts";
import { reweigh } from "./reweigh.ts";
import type { User } from "./state.ts";

const dayMs = 86_400_000;

/** The day that it is by the log's clock (films.md §7). */
export const today = ({ totals }: Draft): number => Math.floor(totals.clock / dayMs);

/** films.md §7, touch: an active day, a film more where there is a new one, and what they bring. */
export function touch(draft: Draft, user: User, newFilm?: string): void {
  const day = today(draft);
  if (user.lastDay !== day) {
    user.lastDay = day;
    user.activeDays++;
  }
  if (newFilm !== undefined) {
    prepend(draft.filmsOf, user.id, newFilm);
    user.films++;
  }
  const stage = stageOf(user, draft.totals.constants);
  if (stage === user.stage) return;
  user.stage = stage;
  reweigh(draft, user.id);
}
