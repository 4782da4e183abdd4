import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { notFound, Problem } from "../../platform/http/problem.ts";
import { lockOwnCat } from "./access-cat.ts";
import { deletePerson, logFollows } from "./cat-queries.ts";
import type { CatDeps } from "./deps.ts";
import { catFollowChanged, catInvitationEnded, catPersonLeft } from "./events.ts";
import { deleteInvitationsFrom, lockCatsOf, logInvitationsEnded, logPersonGone } from "./people-queries.ts";
import { removeCat } from "./remove-cat.ts";

/** Ends that somebody is one of the people of a cat; whom they have invited is invited no more. The last one stays. */
export async function leaveCat({ log, topics }: CatDeps, catId: Id, me: Id, whom: Id): Promise<void> {
  await log.commit(async (tx) => {
    const { peopleIds } = await lockOwnCat(tx, catId, me);
    if (!peopleIds.includes(whom)) throw notFound();
    if (whom !== me) throw new Problem(403, "not-yourself", "Everybody leaves for themselves.");
    if (peopleIds.length === 1)
      throw new Problem(
        409,
        "last-person",
        "The last of its people cannot leave. Invite somebody first, or delete it.",
      );
    await logFollows(log, tx, catId, catFollowChanged.type, me);
    const gone = (await deletePerson(tx, catId, me))!;
    for (const accountId of await deleteInvitationsFrom(tx, catId, me))
      log.publish(tx, catInvitationEnded({ catId, accountId, actorId: me }));
    log.publish(tx, catPersonLeft({ catId, accountId: me, actorId: gone.invitedBy }));
    topics.changed(tx, catId);
  });
}

/** Before an account goes: cats that have others stay with them, the rest goes too. */
export async function forgetAccount(
  deps: Pick<CatDeps, "log" | "topics">,
  tx: Tx,
  accountId: Id,
): Promise<void> {
  const { log, topics } = deps;
  const theirs = await lockCatsOf(tx, accountId);
  await logInvitationsEnded(log, tx, accountId, catInvitationEnded.type);
  await logPersonGone(log, tx, accountId, catPersonLeft.type);
  for (const { id, people } of theirs)
    if (people > 1) topics.changed(tx, id);
    else await removeCat(deps, tx, id);
}
