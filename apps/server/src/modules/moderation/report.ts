import type { Id } from "../../platform/database/tables.ts";
import { invalid, notFound, Problem } from "../../platform/http/problem.ts";
import { cleanText } from "../people/index.ts";
import type { ModerationDeps } from "./deps.ts";
import { insertReport, openCase, type Place } from "./report-queries.ts";
import type { ReportReason } from "./tables.ts";

/** What a member says about a thing. */
export interface Told {
  reason: ReportReason;
  text?: string;
}

/**
 * Puts a thing before the moderators, with how it is now: what is edited or deleted later can still be looked at. A member reports a thing once
 * while it waits; whose it is never hears who did.
 */
export async function fileReport(
  { db, log, subjects }: ModerationDeps,
  reporterId: Id,
  place: Place,
  told: Told,
): Promise<void> {
  const found = await subjects.find(({ kind }) => kind === place.kind)?.find(db, reporterId, place);
  if (!found) throw notFound();
  const { accountId, snapshot } = found;
  if (accountId === reporterId) throw invalid("subject", "is your own", "oneself");
  const text = cleanText("text", told.text ?? "", { min: 0, max: 2_000 });
  await log.commit(async (tx) => {
    const caseId = await openCase(tx, place, accountId);
    if (!(await insertReport(tx, { caseId, reporterId, reason: told.reason, text, snapshot })))
      throw new Problem(409, "already-reported", "You have reported this; the moderators will look at it.");
  });
}
