import type { Draft } from "./draft.ts";
import { reweigh } from "./reweigh.ts";
import type { User } from "./state.ts";

/** films.md §7: a tier comes with its points, and all opinions of the member are weighed anew after both are set. */
export function setTier(draft: Draft, user: User, tier: number, points: number): void {
  user.points = points;
  if (tier === user.tier) return;
  const { proven } = draft.totals;
  const more = Number(tier >= 2) - Number(user.tier >= 2);
  draft.totals = { ...draft.totals, proven: proven + more };
  draft.notes.push({ about: "member-tier", user: user.id, from: user.tier, to: tier });
  user.tier = tier;
  reweigh(draft, user.id);
}
