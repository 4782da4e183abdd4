import {
  aspectNames,
  type Fold,
  memberWeight,
  type Review,
  reviewQuality,
  type Film,
  type User,
} from "../src/spaces/films/engine/index.ts";

interface Sum {
  w: number;
  x: number;
}

/** All sums of a film, counted up anew from the opinions that stand, as plainly as films.md §3 says it. */
export function sumsFromFacts(fold: Fold, film: Film) {
  const slots: Record<string, Sum> = {};
  for (const name of ["proven", "main", "fresh", "epoch", "held"]) slots[name] = { w: 0, x: 0 };
  const aspects = aspectNames.map((): Sum => ({ w: 0, x: 0 }));
  const weightOf = (user: User) => memberWeight(user, fold.totals.constants);
  const count = (opinion: { user: string; o: number; epochId: number }, w: number) => {
    const slot = slots[slotOf(fold.users.get(opinion.user)!, opinion.epochId, film)]!;
    slot.w += w;
    slot.x += w * opinion.o;
  };
  for (const vote of fold.votes.values())
    if (vote.film === film.id && vote.active) count(vote, weightOf(fold.users.get(vote.user)!));
  for (const review of fold.reviews.values()) {
    if (review.film !== film.id || !review.active) continue;
    const { likes, dislikes } = reactionsFromFacts(fold, review);
    const quality = reviewQuality(likes, dislikes, fold.totals.constants.reviews);
    const w = Math.round((weightOf(fold.users.get(review.user)!) * review.depth * quality) / 1e6);
    count(review, w);
    for (const [index, score] of review.aspects.entries()) {
      if (score === null) continue;
      aspects[index]!.w += w;
      aspects[index]!.x += w * (score - 1);
    }
  }
  return { ...slots, aspects };
}

/** What the reactions to a review say together. */
export function reactionsFromFacts(fold: Fold, { id }: Review) {
  const all = { likes: 0, dislikes: 0, reactions: 0, points: 0 };
  for (const { review, v, weight, points } of fold.reactions.values()) {
    if (review !== id) continue;
    all.reactions++;
    all.points += points;
    if (v > 0) all.likes += weight;
    if (v < 0) all.dislikes += weight;
  }
  return all;
}

function slotOf(user: User, epochId: number, film: Film): string {
  if (user.tier >= 2) return "proven";
  if (user.stage === 0) return "fresh";
  if (epochId === film.epochId) return "epoch";
  return film.heldEpochs.includes(epochId) ? "held" : "main";
}
