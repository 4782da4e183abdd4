import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { signInNeeded } from "../../platform/http/problem.ts";
import { deleteAccountRows, listMediaHashes, lockAccount, logEndedRelations } from "./delete-queries.ts";
import * as events from "./events.ts";
import { proveOneself } from "./own-account.ts";
import type { PeopleDeps } from "./people.ts";
import { requireOtherOwner } from "./roles.ts";

/**
 * What another feature does when a person goes, in the same transaction and while the person's rows are still there: it announces what
 * goes with them, so that what is derived from it becomes exact again. The rows themselves go with the account.
 */
export type DeletionStep = (tx: Tx, accountId: Id) => Promise<void>;

/** Deletes the account and everything of it at once. Files are deleted when nobody else's picture is the same file. */
export async function deleteAccount(deps: PeopleDeps, accountId: Id, password: string): Promise<void> {
  const { log, sessions, deletionSteps } = deps;
  await proveOneself(deps, accountId, password);
  await log.commit(async (tx) => {
    if (!(await lockAccount(tx, accountId))) throw signInNeeded();
    await requireOtherOwner(tx, accountId);
    for (const step of deletionSteps) await step(tx, accountId);
    await logEndedRelations(log, tx, accountId, {
      unfollowed: events.unfollowed.type,
      requestEnded: events.followRequestEnded.type,
    });
    await sessions.end(tx, accountId, { except: null });
    const mediaHashes = await listMediaHashes(tx, accountId);
    await deleteAccountRows(tx, accountId);
    log.publish(tx, events.accountDeleted({ accountId, mediaHashes }));
  });
}
