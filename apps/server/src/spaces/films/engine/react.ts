import { touch } from "./activity.ts";
import { type Draft, edit, prepend, read, write } from "./draft.ts";
import type { Choice, EventOf } from "./events.ts";
import { evaluate } from "./film-tiers.ts";
import { addPoints } from "./member-points.ts";
import { judge } from "./member-series.ts";
import { memberWeight } from "./member-weight.ts";
import type { Outcome } from "./outcome.ts";
import { memberOf } from "./records.ts";
import { reactionPoints, reactionWeight, usualReception } from "./reaction-points.ts";
import { refresh } from "./reweigh.ts";
import { pairKey, type Reaction, type Review, type User } from "./state.ts";

/** films.md §7, react_set. */
export function setReaction(draft: Draft, event: EventOf<"react_set">): Outcome {
  const { user: reactorId, review: reviewId, v, ts } = event;
  const reactor = memberOf(draft, reactorId);
  const review = edit(draft.reviews, reviewId);
  if (!review) return "dropped";
  const author = memberOf(draft, review.user);
  if (reactor.deleted || reactor.voided || author.deleted) return "ignored";
  if (!review.active || review.user === reactorId) return "dropped";
  const key = pairKey(reactorId, reviewId);
  const known = edit(draft.reactions, key);
  if (known === undefined ? v === 0 : ts < known.ts || (v === 0 && known.v === 0)) return "dropped";

  touch(draft, reactor);
  const isFirst = known === undefined;
  const reaction = known ?? firstReaction(draft, event, review, reactor);
  reaction.ts = ts;
  const before = reaction.points;
  if (!change(draft, review, reaction, v, author)) return "applied";

  const moved = reaction.points - before;
  if (author.series === null)
    addPoints(draft, author, moved, { kind: "reaction", review: reviewId, reactor: reactorId });
  else if (isFirst) judge(draft, author, review, reaction, reactor);
  return "applied";
}

/** films.md §5, void_user: every reaction that this member gave is taken back, the oldest first. */
export function reverseReactions(draft: Draft, reactorId: string, reviewIds: readonly string[]): void {
  for (const reviewId of reviewIds) {
    const reaction = edit(draft.reactions, pairKey(reactorId, reviewId))!;
    const review = edit(draft.reviews, reviewId)!;
    const author = memberOf(draft, review.user);
    const before = reaction.points;
    change(draft, review, reaction, 0, author);
    const because = { kind: "reversal", review: reviewId, reactor: reactorId } as const;
    if (review.active) addPoints(draft, author, 0 - before, because);
  }
}

/** Changes what a reaction says, and what hangs on it but the author's points. Answers whether it said something else. */
function change(
  draft: Draft,
  review: Review,
  reaction: Reaction,
  v: Choice,
  author: Readonly<User>,
): boolean {
  if (reaction.v === v) return false;
  const { totals } = draft;
  const { constants } = totals;
  if (reaction.v !== 0) review[reaction.v > 0 ? "likes" : "dislikes"] -= reaction.weight;
  if (v !== 0) review[v > 0 ? "likes" : "dislikes"] += reaction.weight;
  const reception = usualReception(totals.likes, totals.dislikes, constants.reactions);
  const { bar } = constants.tiers[author.tier]!;
  const circumstances = {
    weight: reaction.weight,
    place: reaction.place,
    depth: review.depth,
    reception,
    bar,
  };
  const points = review.counted ? reactionPoints(v, circumstances, constants.reactions) : 0;
  review.points += points - reaction.points;
  reaction.points = points;
  reaction.v = v;
  if (!review.active) return true;
  const film = edit(draft.films, review.film)!;
  refresh(draft, film, review, author);
  evaluate(draft, film);
  return true;
}

/** What never changes of a reaction, by what it met (films.md §2). */
function firstReaction(
  draft: Draft,
  { user, review: reviewId, v, ts }: EventOf<"react_set">,
  review: Review,
  reactor: Readonly<User>,
): Reaction {
  const key = pairKey(user, review.user);
  const count = (read(draft.pairs, key)?.count ?? 0) + 1;
  write(draft.pairs, key, { from: user, to: review.user, count });
  const back = read(draft.pairs, pairKey(review.user, user))?.count ?? 0;
  const weight = reactionWeight(memberWeight(reactor, draft.totals.constants), count, back);
  prepend(draft.reactedBy, user, reviewId);
  const { likes, dislikes } = draft.totals;
  draft.totals = v > 0 ? { ...draft.totals, likes: likes + 1 } : { ...draft.totals, dislikes: dislikes + 1 };
  const made: Reaction = { user, review: reviewId, v: 0, weight, place: review.reactions++, points: 0, ts };
  return write(draft.reactions, pairKey(user, reviewId), made);
}
