import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { invalid, notFound, Problem } from "../../platform/http/problem.ts";
import { type Actor, cleanText, requireAuthority } from "../people/index.ts";
import { writeAudit } from "./audit-queries.ts";
import { closeCase, lockCase, type LockedCase, reopenCase, setClaim } from "./case-queries.ts";
import {
  insertDecision,
  listHolding,
  lockDecision,
  type LockedDecision,
  setUndone,
} from "./decision-queries.ts";
import type { ModerationDeps } from "./deps.ts";
import { memberModerated } from "./events.ts";
import type { DecisionAction } from "./tables.ts";

/** What is decided, as it comes from outside. */
export interface Verdict {
  action: DecisionAction;
  /** Told to the member. */
  reason?: string;
  /** When a limit or a suspension ends by itself. */
  until?: string;
}

const taken = (title: string) => new Problem(409, "case-claimed", title);
const decided = () => new Problem(409, "case-decided", "This was decided already.");

/** The case, locked, if it is still the moderator's to act on: a 409 when somebody else has it, or had the last word. */
async function lockOwnCase(tx: Tx, me: Id, caseId: Id): Promise<LockedCase> {
  const found = await lockCase(tx, me, caseId);
  if (!found) throw notFound();
  if (found.state === "decided") throw decided();
  if (found.state === "claimed" && found.claimedBy !== me)
    throw taken("Another moderator is looking at this.");
  return found;
}

/** Takes a case for oneself, for half an hour, or gives it back. Of two at once one wins, and the other gets a 409. */
export async function claimCase({ log }: ModerationDeps, me: Id, caseId: Id, isMine: boolean): Promise<void> {
  await log.commit(async (tx) => {
    const { state, accountId } = await lockOwnCase(tx, me, caseId);
    if (!isMine && state === "open") return;
    await setClaim(tx, caseId, isMine ? me : null);
    if (state === "open" || !isMine)
      await writeAudit(tx, {
        actor: me,
        action: isMine ? "claim" : "unclaim",
        accountId,
        subject: { kind: "case", id: caseId },
      });
  });
}

/** Whoever is told of it is told why, except by the operator, who may have nothing to add. */
function checkVerdict(
  { action, reason, until }: Verdict,
  isByOperator = false,
): { reason: string; until: Date | null } {
  const text = cleanText("reason", reason ?? "", {
    min: action === "none" || isByOperator ? 0 : 1,
    max: 1_000,
  });
  if (until === undefined) return { reason: text, until: null };
  if (action !== "limit" && action !== "suspend")
    throw invalid("until", "is for limits and suspensions only");
  const at = new Date(until);
  if (at.getTime() <= Date.now()) throw invalid("until", "is in the past");
  return { reason: text, until: at };
}

/** Writes a decision and does what it says. Whoever it is about is told; the caller has seen to it that the actor may. */
async function apply(
  { log, people, posts }: ModerationDeps,
  tx: Tx,
  actor: Actor,
  target: { caseId: Id | null; accountId: Id | null; postId: Id | null },
  action: DecisionAction,
  { reason, until }: { reason: string; until: Date | null },
): Promise<Id> {
  const { caseId, accountId } = target;
  const postId = action === "hide" ? target.postId : null;
  const hidden = postId === null ? undefined : await posts.withhold(tx, postId);
  if (postId !== null && !hidden)
    throw new Problem(409, "not-shown", "This post is gone, or hidden by moderators already.");
  const wasHidden = hidden?.wasHidden ?? false;
  const decision = { caseId, accountId, action, reason, until, postId, wasHidden };
  const id = await insertDecision(tx, { ...decision, decidedBy: actor, isByOperator: actor === null });
  if (accountId !== null) {
    if (action === "limit" || action === "suspend") await people.refreshStanding(tx, accountId);
    if (action !== "none") log.publish(tx, memberModerated({ accountId, decisionId: id }));
  }
  await writeAudit(tx, {
    actor,
    action,
    accountId,
    reason,
    subject: postId === null ? { kind: "decision", id } : { kind: "post", id: postId },
    ...(until && { detail: { until: until.toISOString() } }),
  });
  return id;
}

/** Decides a case. Nobody decides about themselves, or about somebody who stands beside or above them; that nothing is to be done may be said of those too. */
export async function decideCase(deps: ModerationDeps, me: Id, caseId: Id, verdict: Verdict): Promise<Id> {
  const { action } = verdict;
  const checked = checkVerdict(verdict);
  return deps.log.commit(async (tx) => {
    const { subjectKind, subjectId, accountId } = await lockOwnCase(tx, me, caseId);
    if (action !== "none") {
      if (action === "hide" && subjectKind !== "post") throw invalid("action", "is for posts only");
      if (accountId === null) throw invalid("action", "needs somebody whom it is about");
      await requireAuthority(tx, me, accountId);
    }
    await closeCase(tx, caseId);
    const postId = subjectKind === "post" ? subjectId : null;
    return apply(deps, tx, me, { caseId, accountId, postId }, action, checked);
  });
}

/** Warns, limits or suspends somebody without a report. */
export async function sanction(
  deps: ModerationDeps,
  actor: Actor,
  accountId: Id,
  verdict: Verdict & { action: "warn" | "limit" | "suspend" },
): Promise<Id> {
  const checked = checkVerdict(verdict, actor === null);
  return deps.log.commit(async (tx) => {
    await requireAuthority(tx, actor, accountId);
    return apply(deps, tx, actor, { caseId: null, accountId, postId: null }, verdict.action, checked);
  });
}

/** Takes back what a decision did, so that everything is as it would be without it. The actor's authority is the caller's to check. */
export async function takeBack(
  { log, people, posts }: ModerationDeps,
  tx: Tx,
  actor: Actor,
  { id, accountId, action, postId, wasHidden }: LockedDecision,
): Promise<void> {
  await setUndone(tx, id, actor);
  if (postId !== null) await posts.release(tx, postId, wasHidden);
  if (accountId === null) return;
  if (action === "limit" || action === "suspend") await people.refreshStanding(tx, accountId);
  log.publish(tx, memberModerated({ accountId, decisionId: id }));
}

/** Takes a decision back; the report that it came from waits again. */
export async function undoDecision(deps: ModerationDeps, me: Id, decisionId: Id): Promise<void> {
  await deps.log.commit(async (tx) => {
    const decision = await lockDecision(tx, decisionId);
    if (!decision || decision.accountId === me) throw notFound();
    if (decision.undoneAt) throw new Problem(409, "undone", "This was taken back already.");
    const { accountId, action, caseId } = decision;
    if (accountId !== null && action !== "none") await requireAuthority(tx, me, accountId);
    await takeBack(deps, tx, me, decision);
    if (caseId !== null) await reopenCase(tx, caseId);
    await writeAudit(tx, {
      actor: me,
      action: "undo",
      accountId,
      subject: { kind: "decision", id: decisionId },
    });
  });
}

/** Ends every limit and suspension of somebody. Answers how many there were. */
export async function restore(
  deps: ModerationDeps,
  actor: Actor,
  accountId: Id,
  reason = "",
): Promise<number> {
  const text = cleanText("reason", reason, { min: 0, max: 1_000 });
  return deps.log.commit(async (tx) => {
    await requireAuthority(tx, actor, accountId);
    const holding = await listHolding(tx, accountId);
    for (const decision of holding) await takeBack(deps, tx, actor, decision);
    if (holding.length > 0) await writeAudit(tx, { actor, action: "restore", accountId, reason: text });
    return holding.length;
  });
}
