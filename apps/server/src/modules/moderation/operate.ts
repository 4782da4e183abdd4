import type { Id, Role } from "../../platform/database/tables.ts";
import { type Actor, requireAuthority, setRole } from "../people/index.ts";
import { writeAudit } from "./audit-queries.ts";
import type { ModerationDeps } from "./deps.ts";

/** Gives somebody a role; see `setRole`. Answers the one before. */
export async function changeRole(
  { log }: ModerationDeps,
  actor: Actor,
  accountId: Id,
  role: Role,
): Promise<Role> {
  return log.commit(async (tx) => {
    const before = await setRole(tx, actor, accountId, role);
    if (before !== role) await writeAudit(tx, { actor, action: "role", accountId, detail: { before, role } });
    return before;
  });
}

/** A link by which somebody who stands below chooses a new password; the operator may give one to everybody. */
export async function resetPassword(
  { log, people }: ModerationDeps,
  actor: Actor,
  accountId: Id,
): Promise<string> {
  return log.commit(async (tx) => {
    if (actor !== null) await requireAuthority(tx, actor, accountId);
    await writeAudit(tx, { actor, action: "password-reset", accountId });
    return people.makeResetLink(tx, accountId);
  });
}
