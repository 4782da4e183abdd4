import type { Tx } from "../../../platform/database/database.ts";
import {
  type Constants,
  type Film,
  filmScore,
  isCharted,
  memberWeight,
  type Review,
  type User,
} from "../engine/index.ts";
import { type IdPair, keyOf, toOpinionRow, toPairRow, toReactionRow } from "./codecs.ts";
import { noHeat, warmed } from "./heat.ts";
import { loadOpinions } from "./load-records.ts";
import type { LoadedView } from "./loaded-view.ts";
import {
  insertEntries,
  type MemberRow,
  type RankRow,
  type ReviewStateRow,
  selectAudiences,
  updateRanks,
  upsertFilmStates,
  upsertMembers,
  upsertOpinions,
  upsertPairs,
  upsertReactions,
  upsertReviewStates,
} from "./store-queries.ts";
import type { Told } from "./take-in.ts";
import { type Audience, countIn, emptyAudience, peopleIn, type Said } from "./voices.ts";

/** Writes what a run of events has changed. */
export async function storeRecords(tx: Tx, view: LoadedView, { entries, warmth }: Told): Promise<void> {
  const { constants } = view.totals;
  const spoken = spokenIn(view);
  await loadOpinions(tx, view, spoken);
  const films = [...view.films.changed.values()];
  const known = await selectAudiences(
    tx,
    films.map(({ id }) => Number(id)),
  );
  const audiences = new Map<string, Audience>(
    films.map(({ id }) => [id, known.get(id) ?? emptyAudience(constants.tiers.length)]),
  );
  for (const pair of spoken) count(audiences, view, pair);
  await upsertMembers(
    tx,
    [...view.users.changed.values()].map((user) => toMemberRow(user, constants)),
  );
  await upsertFilmStates(
    tx,
    films.map((film) => {
      const { voices, distribution } = audiences.get(film.id)!;
      return {
        film_id: Number(film.id),
        state: film,
        voices,
        distribution,
        people: peopleIn({ voices, distribution }),
      };
    }),
  );
  await updateRanks(
    tx,
    films.map((film) => {
      const heat = warmed(known.get(film.id)?.heat ?? noHeat, warmth.get(film.id) ?? []);
      return toRankRow(film, audiences.get(film.id)!, heat, constants);
    }),
  );
  await upsertOpinions(tx, [...view.votes.changed.values()].map(toOpinionRow));
  await upsertReviewStates(tx, [...view.reviews.changed.values()].map(toReviewStateRow));
  await upsertReactions(tx, [...view.reactions.changed.values()].map(toReactionRow));
  await upsertPairs(tx, [...view.pairs.changed.values()].map(toPairRow));
  await insertEntries(tx, entries);
}

export const toMemberRow = (user: User, constants: Constants): MemberRow => ({
  account_id: Number(user.id),
  tier: user.tier,
  weight: memberWeight(user, constants),
  state: user,
});

export const toReviewStateRow = (review: Review): ReviewStateRow => ({
  review_id: Number(review.id),
  account_id: Number(review.user),
  film_id: Number(review.film),
  sympathy: review.likes - review.dislikes,
  is_active: review.active,
  state: review,
});

export function toRankRow(film: Film, audience: Audience, heat: number, constants: Constants): RankRow {
  const score = filmScore(film, constants);
  return {
    film_id: Number(film.id),
    sort: score.sort,
    score: 100 * score.mean,
    evidence: score.evidence,
    is_charted: isCharted(score, constants),
    tier: film.tier,
    in_series: film.series !== null,
    heat,
    people: peopleIn(audience),
  };
}

/** Each member and film of which an opinion has changed, once. */
function spokenIn({ votes, reviews }: LoadedView): IdPair[] {
  const pairs = [...votes.changed.values(), ...reviews.changed.values()].map(({ user, film }): IdPair => [
    Number(user),
    Number(film),
  ]);
  return [...new Map(pairs.map((pair) => [keyOf(...pair), pair])).values()];
}

/** Takes what the member said of the film before out of its audience, and puts in what they say now. */
function count(audiences: Map<string, Audience>, view: LoadedView, [accountId, filmId]: IdPair): void {
  const audience = audiences.get(String(filmId));
  if (!audience) return;
  const { users, votes, latestReviews, reviews } = view;
  const key = keyOf(accountId, filmId);
  const user = String(accountId);
  const latestBefore = latestReviews.before.get(key);
  const before: Said = {
    vote: votes.before.get(key),
    review: latestBefore === undefined ? undefined : reviews.before.get(latestBefore),
    tier: users.before.get(user)?.tier ?? 0,
  };
  const latest = latestReviews.get(key);
  const now: Said = {
    vote: votes.get(key),
    review: latest === undefined ? undefined : reviews.get(latest),
    tier: users.get(user)!.tier,
  };
  countIn(audience, before, -1);
  countIn(audience, now, 1);
}
