import type { Tx } from "../../platform/database/database.ts";
import type { Id, Role } from "../../platform/database/tables.ts";
import { notFound, Problem, signInNeeded } from "../../platform/http/problem.ts";
import { findRole, isAtLeast, outranks } from "../../platform/identity/roles.ts";
import { lockOwners, lockRoles, updateRole } from "./standing-queries.ts";

/** Who acts: a person, or (null) the operator at the command line, who may act on everybody. */
export type Actor = Id | null;

const lastOwner = () => new Problem(409, "last-owner", "A site has an owner: make somebody else one first.");
const oneself = () => new Problem(403, "oneself", "Nobody may do this to themselves.");
const outranked = () => new Problem(403, "outranked", "Only somebody who stands above them may do this.");

/**
 * Throws unless the actor may act on the other: a moderator at least, who stands above them; owners stand above all but owners. Both stay what
 * they are until the transaction ends. Answers the role of the other.
 */
export async function requireAuthority(tx: Tx, actor: Actor, targetId: Id): Promise<Role> {
  if (actor === targetId) throw oneself();
  const found = await lockRoles(tx, actor === null ? [targetId] : [actor, targetId]);
  const target = found.get(targetId);
  if (actor !== null) {
    const own = found.get(actor);
    if (!own) throw signInNeeded();
    if (!isAtLeast(own, "moderator"))
      throw new Problem(403, "moderators-only", "Only moderators may do this.");
    if (target && !outranks(own, target)) throw outranked();
  } else if (target === "owner") {
    throw new Problem(409, "is-owner", "They are an owner of the site: give them another role first.");
  }
  if (!target) throw notFound();
  return target;
}

/**
 * Gives somebody a role. Admins make moderators, and members of those again; owners make everything, and the operator too. There is always
 * an owner, once there was one. Answers the role before.
 */
export async function setRole(tx: Tx, actor: Actor, targetId: Id, role: Role): Promise<Role> {
  const owners = await lockOwners(tx);
  if (actor === targetId) throw oneself();
  const found = await lockRoles(tx, actor === null ? [targetId] : [actor, targetId]);
  const before = found.get(targetId);
  if (actor !== null) {
    const own = found.get(actor);
    if (!own) throw signInNeeded();
    if (!isAtLeast(own, "admin")) throw new Problem(403, "admins-only", "Only admins may do this.");
    const mayAll = own === "owner";
    if (!mayAll && (!outranks(own, role) || (before && !outranks(own, before)))) throw outranked();
  }
  if (!before) throw notFound();
  if (before === "owner" && role !== "owner" && owners.length === 1) throw lastOwner();
  await updateRole(tx, targetId, role);
  return before;
}

/** Throws a 409 for the last owner, who cannot go. */
export async function requireOtherOwner(tx: Tx, accountId: Id): Promise<void> {
  if ((await findRole(tx, accountId)) !== "owner") return;
  const owners = await lockOwners(tx);
  if (owners.length === 1 && owners[0] === accountId) throw lastOwner();
}
