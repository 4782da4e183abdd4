import type { Constants } from "./constants.ts";
import type { User } from "./state.ts";

/** films.md §2: what one vote of this member weighs, in milli-votes. */
export function memberWeight({ tier, stage, voided, deleted }: Readonly<User>, { tiers }: Constants): number {
  return voided || deleted ? 0 : tiers[tier]!.weights[stage]!;
}

/** films.md §3, Class: 2 for proven members, 0 for newcomers, 1 for those between. */
export const classOf = ({ tier, stage }: Readonly<User>): 0 | 1 | 2 => (tier >= 2 ? 2 : stage === 0 ? 0 : 1);

/** films.md §2, Stage: how far days and films bring a member; it never falls. */
export function stageOf({ stage, activeDays, films }: Readonly<User>, { stages }: Constants): number {
  let reached = stage;
  for (let next = stage; next < stages.length; next++)
    if (activeDays >= stages[next]!.days && films >= stages[next]!.films) reached = next + 1;
  return reached;
}
