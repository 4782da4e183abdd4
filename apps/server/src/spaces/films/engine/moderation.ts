import { accept } from "./abuse-watch.ts";
import { type Draft, read } from "./draft.ts";
import type { EventOf } from "./events.ts";
import { evaluate } from "./film-tiers.ts";
import { addPoints } from "./member-points.ts";
import { dropSeries, endGame, endSeries } from "./member-series.ts";
import { setTier } from "./member-tier.ts";
import type { Outcome } from "./outcome.ts";
import { patchConstants } from "./patch-constants.ts";
import { reverseReactions } from "./react.ts";
import { filmOf, memberOf } from "./records.ts";
import { dropReview } from "./review.ts";
import { reweigh, withdrawAll } from "./reweigh.ts";
import { valuesOf } from "./state.ts";

/** films.md §2, strike. */
export function strike(
  draft: Draft,
  { user: id, level }: Pick<EventOf<"strike">, "user" | "level">,
): Outcome {
  const user = memberOf(draft, id);
  if (user.deleted) return "ignored";
  if (level === 3) {
    dropSeries(draft, user);
    user.helper = 0;
    setTier(draft, user, 0, middleOf(draft, 0));
    return "applied";
  }
  const { series } = user;
  if (series?.direction === -1) {
    if (level === 1) endGame(draft, user, series, false);
    else endSeries(draft, user, false);
    return "applied";
  }
  if (series) {
    user.series = { ...series, wins: 0 };
    endSeries(draft, user, false);
  }
  const cost = draft.totals.constants.strikes[level - 1]!;
  addPoints(draft, user, -cost, { kind: "strike", level });
  return "applied";
}

/** films.md §2: deleted by a moderator, and a strike. */
export function removeReview(draft: Draft, { review }: EventOf<"review_remove">): Outcome {
  const known = read(draft.reviews, review);
  if (!known?.active) return "dropped";
  dropReview(draft, review);
  return strike(draft, { user: known.user, level: 1 });
}

/** films.md §2: a voided member weighs nothing, and their reactions never were. */
export function voidMember(draft: Draft, { user: id }: { user: string }): Outcome {
  const user = memberOf(draft, id);
  if (user.deleted || user.voided) return "ignored";
  user.voided = true;
  reweigh(draft, id);
  const given = [...valuesOf(read(draft.reactedBy, id))].reverse();
  reverseReactions(draft, id, given);
  return "applied";
}

/** films.md §2: the weight comes back, the reactions do not. */
export function restoreMember(draft: Draft, { user: id }: { user: string }): Outcome {
  const user = memberOf(draft, id);
  if (user.deleted || !user.voided) return "ignored";
  user.voided = false;
  reweigh(draft, id);
  return "applied";
}

/** films.md §2, account deletion. */
export function deleteMember(draft: Draft, { user: id }: { user: string }): Outcome {
  const user = memberOf(draft, id);
  if (user.deleted) return "ignored";
  dropSeries(draft, user);
  user.deleted = true;
  withdrawAll(draft, id);
  const { proven } = draft.totals;
  if (user.tier >= 2) draft.totals = { ...draft.totals, proven: proven - 1 };
  return "applied";
}

/** films.md §2, seed_tier: the curators that a new community begins with. */
export function seedTier(draft: Draft, { user: id, tier }: EventOf<"seed_tier">): Outcome {
  const user = memberOf(draft, id);
  if (user.deleted) return "ignored";
  dropSeries(draft, user);
  user.helper = 0;
  const onlyMatures = user.tier === tier && user.stage < 2;
  user.stage = 2;
  setTier(draft, user, tier, middleOf(draft, tier));
  if (onlyMatures) reweigh(draft, id);
  return "applied";
}

/** films.md §5, clear_flag: a moderator lets the held votes count. */
export function clearFlag(draft: Draft, { film: id }: EventOf<"clear_flag">): Outcome {
  const film = filmOf(draft, id);
  accept(draft, film);
  evaluate(draft, film);
  return "applied";
}

/** films.md §4: the constants from here on; a patch that does not fit them is dropped whole. */
export function setConstants(draft: Draft, { patch }: EventOf<"config_set">): Outcome {
  const constants = patchConstants(draft.totals.constants, patch);
  if (!constants) return "dropped";
  draft.totals = { ...draft.totals, constants };
  return "applied";
}

function middleOf({ totals }: Draft, tier: number): number {
  const { floor, upper } = totals.constants.tiers[tier]!;
  return (floor + upper) / 2;
}
