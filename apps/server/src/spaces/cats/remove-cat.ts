import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { lockOwnCat } from "./access-cat.ts";
import { logGone } from "./cat-queries.ts";
import type { CatDeps } from "./deps.ts";
import { catFollowChanged, catInvitationEnded, catPersonLeft, catUntagged } from "./events.ts";

/** Deletes a cat that is locked alone; posts that showed it stay. */
export async function removeCat(
  { log, topics }: Pick<CatDeps, "log" | "topics">,
  tx: Tx,
  catId: Id,
): Promise<void> {
  await logGone(log, tx, catId, {
    followChanged: catFollowChanged.type,
    invitationEnded: catInvitationEnded.type,
    personLeft: catPersonLeft.type,
    untagged: catUntagged.type,
  });
  await topics.remove(tx, catId);
}

export async function removeOwnCat(
  deps: Pick<CatDeps, "log" | "topics">,
  catId: Id,
  accountId: Id,
): Promise<void> {
  await deps.log.commit(async (tx) => {
    await lockOwnCat(tx, catId, accountId, "alone");
    await removeCat(deps, tx, catId);
  });
}
