import { unwatch, watch } from "./abuse-watch.ts";
import { type Draft, edit, read } from "./draft.ts";
import { evaluate } from "./film-tiers.ts";
import { getMember } from "./records.ts";
import { give, take } from "./slots.ts";
import { type Film, type Opinion, pairKey, type User, valuesOf } from "./state.ts";

/**
 * films.md §3: all opinions of a member count at today's weight. Called when tier, stage or voiding changed; it costs as much
 * as the member has opinions.
 */
export function reweigh(draft: Draft, userId: string): void {
  const user = getMember(draft, userId);
  for (const { film, opinions } of opinionsOf(draft, userId)) {
    for (const opinion of opinions) refresh(draft, film, opinion, user);
    evaluate(draft, film);
  }
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
  for (const { film, opinions } of opinionsOf(draft, userId)) {
    for (const opinion of opinions) withdraw(film, opinion);
    evaluate(draft, film);
  }
}

export function withdraw(film: Film, opinion: Opinion): void {
  take(film, opinion);
  opinion.active = false;
  unwatch(film, opinion);
}

/** The films that somebody has an opinion on now, each with their vote and their review, to be changed. */
function* opinionsOf(draft: Draft, userId: string): Generator<{ film: Film; opinions: Opinion[] }> {
  for (const filmId of valuesOf(read(draft.filmsOf, userId))) {
    const key = pairKey(userId, filmId);
    const reviewId = read(draft.latestReviews, key);
    const vote = edit(draft.votes, key);
    const review = reviewId === undefined ? undefined : edit(draft.reviews, reviewId);
    const opinions: Opinion[] = [];
    if (vote?.active) opinions.push(vote);
    if (review?.active) opinions.push(review);
    if (opinions.length === 0) continue;
    yield { film: edit(draft.films, filmId)!, opinions };
  }
}
