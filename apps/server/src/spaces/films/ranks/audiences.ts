import type { Id } from "../../../platform/database/tables.ts";
import type { Review } from "../engine/index.ts";
import type { PackedTables } from "./packed/packed-tables.ts";
import { type Audience, countIn, emptyAudience, type Said } from "./voices.ts";

/** Opinions that are listened to before something else may be done. */
const atOnce = 20_000;

/**
 * Finds out who says what of each film, by the place of the film. It takes seconds, in which others would like to do something: it pauses after each
 * part.
 */
export function* listen(packed: PackedTables, tiers: number, audiences: Audience[]): Generator<void, void> {
  const { users, films, votes, latestReviews } = packed;
  for (let place = 0; place < films.size; place++) audiences.push(emptyAudience(tiers));
  const hear = (accountId: Id, filmId: Id, vote: Said["vote"], review: Said["review"]): void => {
    const { tier } = users.at(users.index.find(accountId, 0)!);
    countIn(audiences[films.index.find(filmId, 0)!]!, { vote, review, tier }, 1);
  };
  /** Of those who have voted, too, by the place of the vote. */
  const reviews = new Map<number, Readonly<Review>>();
  let heard = 0;
  for (let place = 0; place < latestReviews.size; place++) {
    const accountId = latestReviews.index.oneAt(place);
    const filmId = latestReviews.index.otherAt(place);
    const review = packed.reviews.get(latestReviews.at(place))!;
    const voted = votes.index.find(accountId, filmId);
    if (voted === undefined) hear(accountId, filmId, undefined, review);
    else reviews.set(voted, review);
    if (++heard % atOnce === 0) yield;
  }
  for (let place = 0; place < votes.size; place++) {
    hear(votes.index.oneAt(place), votes.index.otherAt(place), votes.at(place), reviews.get(place));
    if (++heard % atOnce === 0) yield;
  }
}
