import { clamp } from "./arithmetic.ts";
import type { Draft } from "./draft.ts";
import { beginSeries } from "./member-series.ts";
import type { PointsReason } from "./notes.ts";
import type { User } from "./state.ts";

/** films.md §2, addPts: points stay within the tier's band, and its ends begin a series. Nothing during a series. */
export function addPoints(draft: Draft, user: User, delta: number, because: PointsReason): void {
  if (user.deleted || user.series !== null) return;
  const { tiers } = draft.totals.constants;
  const { floor, upper } = tiers[user.tier]!;
  const points = clamp(user.points + delta, floor, upper);
  if (points !== user.points)
    draft.notes.push({ about: "points", user: user.id, delta: points - user.points, because });
  user.points = points;
  if (points === upper && user.tier < tiers.length - 1) beginSeries(draft, user, 1);
  else if (points === floor && user.tier > 0) beginSeries(draft, user, -1);
}
