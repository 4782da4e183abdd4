import type { Id } from "../../../platform/database/tables.ts";
import type { Fold, Review } from "../engine/index.ts";
import { idsOf } from "./codecs.ts";
import type { PackedTables } from "./packed/packed-tables.ts";
import { type Audience, countIn, emptyAudience, type Said } from "./voices.ts";

/** Opinions that are listened to before something else may be done. */
const atOnce = 20_000;

/** Finds out who says what of each film. It takes seconds, in which others would like to do something: it pauses after each part. */
export function* listen(
  fold: Fold,
  { votes }: PackedTables,
  audiences: Map<Id, Audience>,
): Generator<void, void> {
  const tiers = new Map([...fold.users.values()].map(({ id, tier }) => [Number(id), tier]));
  const hear = (accountId: Id, filmId: Id, vote: Said["vote"], review: Said["review"]): void => {
    let audience = audiences.get(filmId);
    if (!audience) audiences.set(filmId, (audience = emptyAudience(fold.totals.constants.tiers.length)));
    countIn(audience, { vote, review, tier: tiers.get(accountId)! }, 1);
  };
  /** Of those who have voted, too, by the place of the vote. */
  const reviews = new Map<number, Readonly<Review>>();
  let heard = 0;
  for (const [key, latest] of fold.latestReviews) {
    const [accountId, filmId] = idsOf(key);
    const review = fold.reviews.get(latest)!;
    const place = votes.index.find(accountId, filmId);
    if (place === undefined) hear(accountId, filmId, undefined, review);
    else reviews.set(place, review);
    if (++heard % atOnce === 0) yield;
  }
  for (let place = 0; place < votes.size; place++) {
    const [accountId, filmId] = votes.index.at(place);
    const vote = {
      active: votes.read("is_active", place) === 1,
      o: votes.read("opinion", place),
      w: votes.read("weight", place),
    };
    hear(accountId, filmId, vote, reviews.get(place));
    if (++heard % atOnce === 0) yield;
  }
}
