import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { notFound, Problem } from "../../platform/http/problem.ts";
import { cleanText, requireAuthority } from "../people/index.ts";
import { answerAppeal, insertAppeal, lockAppeal } from "./appeal-queries.ts";
import { writeAudit } from "./audit-queries.ts";
import { takeBack } from "./decide.ts";
import { listHolding, lockDecision } from "./decision-queries.ts";
import type { ModerationDeps } from "./deps.ts";
import { memberModerated } from "./events.ts";

async function file(tx: Tx, decisionId: Id, text: string): Promise<void> {
  if (!(await insertAppeal(tx, decisionId, text)))
    throw new Problem(
      409,
      "already-appealed",
      "You have appealed against this; there is one appeal for each decision.",
    );
}

const clean = (text: string) => cleanText("text", text, { min: 1, max: 2_000 });

/** Asks for a decision about oneself to be looked at again, once. */
export async function appeal({ log }: ModerationDeps, me: Id, decisionId: Id, raw: string): Promise<void> {
  const text = clean(raw);
  await log.commit(async (tx) => {
    const decision = await lockDecision(tx, decisionId);
    if (decision?.accountId !== me || decision.action === "none") throw notFound();
    if (decision.undoneAt) throw new Problem(409, "undone", "This was taken back already.");
    await file(tx, decisionId, text);
  });
}

/** The same for somebody who cannot sign in because of it, proven by login and password. */
export async function appealSuspension(
  { log, people }: ModerationDeps,
  { login, password, text: raw }: { login: string; password: string; text: string },
): Promise<void> {
  const text = clean(raw);
  const { accountId } = await people.proveLogin({ login, password });
  await log.commit(async (tx) => {
    const held = (await listHolding(tx, accountId)).findLast(({ action }) => action === "suspend");
    if (!held) throw new Problem(409, "not-suspended", "This account is not suspended: sign in.");
    await file(tx, held.id, text);
  });
}

/** Answers an appeal: another moderator than the one who decided. Granting it takes the decision back. */
export async function decideAppeal(
  deps: ModerationDeps,
  me: Id,
  appealId: Id,
  { outcome, answer: raw }: { outcome: "granted" | "refused"; answer?: string },
): Promise<void> {
  const answer = cleanText("answer", raw ?? "", { min: 0, max: 1_000 });
  await deps.log.commit(async (tx) => {
    const found = await lockAppeal(tx, appealId);
    const decision = found && (await lockDecision(tx, found.decisionId));
    if (!decision || decision.accountId === null || decision.accountId === me) throw notFound();
    if (found.state !== "open") throw new Problem(409, "appeal-decided", "This appeal was answered already.");
    if (decision.decidedBy === me)
      throw new Problem(403, "own-decision", "Another moderator answers appeals against your decisions.");
    const { accountId, id: decisionId } = decision;
    await requireAuthority(tx, me, accountId);
    await answerAppeal(tx, appealId, { state: outcome, answer, decidedBy: me });
    if (outcome === "granted" && !decision.undoneAt) await takeBack(deps, tx, me, decision);
    deps.log.publish(tx, memberModerated({ accountId, decisionId }));
    await writeAudit(tx, {
      actor: me,
      action: `appeal-${outcome}`,
      accountId,
      reason: answer,
      subject: { kind: "decision", id: decisionId },
    });
  });
}
