import { watch } from "./abuse-watch.ts";
import { today, touch } from "./activity.ts";
import { type Draft, edit, read, write } from "./draft.ts";
import type { EventOf } from "./events.ts";
import { evaluate, hear } from "./film-tiers.ts";
import { addPoints } from "./member-points.ts";
import type { Outcome } from "./outcome.ts";
import { filmOf, memberOf, newOpinion } from "./records.ts";
import { listAspects, reviewDepth, reviewOpinion } from "./review-value.ts";
import { withdraw } from "./reweigh.ts";
import { give, take } from "./slots.ts";
import { pairKey, type Review, type User } from "./state.ts";

/** films.md §7, review_put: writes a review or edits it. One review of a film lives at a time, and ids are never used again. */
export function putReview(draft: Draft, event: EventOf<"review_put">): Outcome {
  const user = memberOf(draft, event.user);
  const film = filmOf(draft, event.film);
  if (user.deleted) return "ignored";
  const key = pairKey(event.user, event.film);
  const known = read(draft.reviews, event.review);
  const latest = read(draft.latestReviews, key);
  if (known) {
    const isTheirs = known.active && known.user === event.user && known.film === event.film;
    if (!isTheirs || event.ts < known.ts) return "dropped";
  } else if (latest !== undefined && read(draft.reviews, latest)!.active) return "dropped";

  const isNewFilm = latest === undefined && read(draft.votes, key) === undefined;
  touch(draft, user, isNewFilm ? event.film : undefined);
  const rules = draft.totals.constants.reviews;
  const aspects = listAspects(event.aspects);
  const o = reviewOpinion(aspects, rules);
  const review =
    edit(draft.reviews, event.review) ??
    write(draft.reviews, event.review, newReview(event, countsToday(draft, user)));
  const isNew = known === undefined;
  if (isNew) {
    film.opinions++;
    write(draft.latestReviews, key, event.review);
  }
  take(film, review);
  const speaksAnew = isNew || review.o !== o;
  if (speaksAnew) review.epochId = film.epochId;
  const depth = reviewDepth(event.chars, aspects, rules);
  Object.assign(review, { ts: event.ts, active: true, o, aspects, depth });
  give(film, review, user, draft.totals.constants);
  if (speaksAnew) watch(draft, film, review, user);
  if (isNew) hear(draft, film, review, user);
  evaluate(draft, film);
  return "applied";
}

/** films.md §2: gains go with a deleted review, losses stay. */
export function deleteReview(draft: Draft, event: EventOf<"review_delete">): Outcome {
  const known = read(draft.reviews, event.review);
  if (!known?.active || event.ts < known.ts) return "dropped";
  dropReview(draft, event.review);
  return "applied";
}

/** films.md §7, delete. */
export function dropReview(draft: Draft, id: string): void {
  const review = edit(draft.reviews, id)!;
  const film = edit(draft.films, review.film)!;
  withdraw(film, review);
  evaluate(draft, film);
  const lost = 0 - Math.max(0, review.points);
  addPoints(draft, memberOf(draft, review.user), lost, { kind: "review-gone", review: id });
}

/** films.md §2: only a few reviews of a day earn points. */
function countsToday(draft: Draft, user: User): boolean {
  const day = today(draft);
  if (user.reviewDay !== day) {
    user.reviewDay = day;
    user.reviewsThatDay = 0;
  }
  return ++user.reviewsThatDay <= draft.totals.constants.reactions.countedReviewsPerDay;
}

const newReview = (event: EventOf<"review_put">, counted: boolean): Review => ({
  ...newOpinion(event.user, event.film, event.ts),
  id: event.review,
  aspects: [],
  depth: 0,
  counted,
  likes: 0,
  dislikes: 0,
  reactions: 0,
  points: 0,
});
