import type { Id } from "../../platform/database/tables.ts";
import { notFound, Problem } from "../../platform/http/problem.ts";
import { lockOwnCat, notYours } from "./access-cat.ts";
import { countCatsOf, findStanding, insertPerson, lockCat } from "./cat-queries.ts";
import type { CatDeps } from "./deps.ts";
import { catInvitationEnded, catInvited, catPersonCame } from "./events.ts";
import { countInvitations, deleteInvitation, insertInvitation, isApart } from "./people-queries.ts";
import { hasTooMany, tooManyCats } from "./register-cat.ts";

/** People and invitations of one cat together. */
const mostPeople = 10;

/** Asks somebody to be one of the people of a cat. Twice is once. */
export async function invite(
  { log }: CatDeps,
  catId: Id,
  fromId: Id,
  accountId: Id,
): Promise<{ createdAt: Date }> {
  return log.commit(async (tx) => {
    const { peopleIds } = await lockOwnCat(tx, catId, fromId);
    if (peopleIds.includes(accountId))
      throw new Problem(409, "already-one-of-its-people", "This is one of its people already.");
    if (await isApart(tx, catId, accountId))
      throw new Problem(409, "blocked", "Between this person and one of its people is a block.");
    const { isNew, createdAt } = await insertInvitation(tx, catId, accountId, fromId);
    if (isNew) {
      if (peopleIds.length + (await countInvitations(tx, catId)) > mostPeople)
        throw new Problem(422, "too-many", `A cat can have ${mostPeople} people at the most.`);
      log.publish(tx, catInvited({ catId, accountId, actorId: fromId }));
    }
    return { createdAt };
  });
}

/** Takes an invitation back, or declines it. False when there is none any more. */
export async function endInvitation({ log }: CatDeps, catId: Id, accountId: Id, me: Id): Promise<boolean> {
  return log.commit(async (tx) => {
    if (!(await lockCat(tx, catId))) throw notFound();
    const { isVisible, peopleIds } = await findStanding(tx, catId, me);
    if (accountId !== me && !peopleIds.includes(me)) throw isVisible ? notYours() : notFound();
    const ended = await deleteInvitation(tx, catId, accountId);
    if (!ended && !isVisible) throw notFound();
    if (ended) log.publish(tx, catInvitationEnded({ catId, accountId, actorId: ended.fromId }));
    return ended !== undefined;
  });
}

/** Makes the invited one of the people of the cat. Twice is once. */
export async function acceptInvitation({ log, topics }: CatDeps, catId: Id, me: Id): Promise<void> {
  await log.commit(async (tx) => {
    if (!(await lockCat(tx, catId))) throw notFound();
    const { isVisible, peopleIds } = await findStanding(tx, catId, me);
    if (!isVisible) throw notFound();
    if (peopleIds.includes(me)) return;
    const invitation = await deleteInvitation(tx, catId, me);
    if (!invitation) throw new Problem(403, "not-invited", "Nobody has invited you, or not any more.");
    const actorId = invitation.fromId;
    await insertPerson(tx, catId, me, actorId, undefined, invitation.id);
    if (hasTooMany(await countCatsOf(tx, me))) throw tooManyCats();
    log.publish(tx, catInvitationEnded({ catId, accountId: me, actorId }));
    log.publish(tx, catPersonCame({ catId, accountId: me, actorId }));
    // With another person it may be for more people than before, or for fewer.
    topics.changed(tx, catId);
  });
}

/** The account of a handle that may be named to this person about a cat of theirs. */
export async function accountOf({ people }: CatDeps, handle: string, me: Id): Promise<Id> {
  return people.presenter.getId(handle, await people.presenter.relationsOf(me));
}
