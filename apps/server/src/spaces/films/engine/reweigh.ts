import { unwatch, watch } from "./abuse-watch.ts";
import { type Draft, edit, read } from "./draft.ts";
import { evaluate } from "./film-tiers.ts";
import { getMember } from "./records.ts";
import { give, take } from "./slots.ts";
import { type Film, type Opinion, pairKey, type User } from "./state.ts";

/**
 * films.md §3: all opinions of a member count at today's weight. Called when tier, stage or voiding changed; it costs as much
 * as the member has opinions.
 */
export function reweigh(draft: Draft, userId: string): void {
  const user = getMember(draft, userId);
  changeAll(draft, userId, (film, opinion) => refresh(draft, film, opinion, user));
}

/** Puts one opinion into its film's sums anew; who has just become neither new nor proven is watched from now on. */
export function refresh(draft: Draft, film: Film, opinion: Opinion, user: Readonly<User>): void {
  const before = opinion.class;
  take(film, opinion);
  const { constants } = draft.totals;
  const enters = before !== 1 && user.tier < 2 && user.stage > 0;
  if (enters) opinion.epochId = film.epochId;
  give(film, opinion, user, constants);
  if (enters) watch(draft, film, opinion, user);
}

/** films.md §2, account deletion: their opinions leave the films. */
export function withdrawAll(draft: Draft, userId: string): void {
  changeAll(draft, userId, withdraw);
}

export function withdraw(film: Film, opinion: Opinion): void {
  take(film, opinion);
  opinion.active = false;
  unwatch(film, opinion);
}

/** Changes all opinions that somebody has now, a film's vote before its review, and sees what each film is then. */
function changeAll(draft: Draft, userId: string, change: (film: Film, opinion: Opinion) => void): void {
  for (let link = read(draft.filmsOf, userId) ?? null; link; link = link.rest) {
    const key = pairKey(userId, link.value);
    const reviewId = read(draft.latestReviews, key);
    const vote = edit(draft.votes, key);
    const review = reviewId === undefined ? undefined : edit(draft.reviews, reviewId);
    if (!vote?.active && !review?.active) continue;
    const film = edit(draft.films, link.value)!;
    if (vote?.active) change(film, vote);
    if (review?.active) change(film, review);
    evaluate(draft, film);
  }
}
