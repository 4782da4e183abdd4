import type { Db, Tx } from "../database/database.ts";
import type { Id, Role } from "../database/tables.ts";

/** Roles by what they may do: each may what those before it may. */
export const roles = ["member", "moderator", "admin", "owner"] as const satisfies readonly Role[];

const ranks: Record<Role, number> = { member: 0, moderator: 1, admin: 2, owner: 3 };

/** Whether a role is another one, or above it. */
export const isAtLeast = (role: Role, least: Role): boolean => ranks[role] >= ranks[least];

/** Whether somebody may act on somebody else: only on those who stand below them. */
export const outranks = (actor: Role, target: Role): boolean => ranks[actor] > ranks[target];

/** As it is now: what somebody may no longer do ends with the commit that took it, in every process. */
export async function findRole(db: Db | Tx, accountId: Id): Promise<Role | undefined> {
  const row = await db.selectFrom("account").select("role").where("id", "=", accountId).executeTakeFirst();
  return row?.role;
}
