import type { Id } from "../../platform/database/tables.ts";
import { notFound } from "../../platform/http/problem.ts";
import { cleanText } from "../people/index.ts";
import { findMembership } from "./member-queries.ts";
import type { ChatDeps } from "./deps.ts";
import { insertReport } from "./report-queries.ts";
import type { ReportBody } from "./schemas.ts";

/** Messages that are kept with a report: the one that it is about, or the last one, with those before it. */
const kept = 20;

/**
 * Tells the operators of a chat that one is in. The words that it is about are kept as they are now: what is edited or deleted later can still be
 * looked at. The operators read reports with `maru reports`.
 */
export async function reportChat({ db }: ChatDeps, me: Id, chatId: Id, body: ReportBody): Promise<void> {
  const membership = await findMembership(db, chatId, me);
  const seq = body.seq ?? null;
  if (!membership || (seq !== null && (seq <= membership.sinceSeq || seq > membership.lastSeq)))
    throw notFound();
  const text = cleanText("text", body.text ?? "", { min: 0, max: 2_000 });
  await insertReport(
    db,
    { chatId, reporterId: me, reason: body.reason, text, seq },
    {
      since: membership.sinceSeq,
      upTo: seq ?? membership.lastSeq,
      kept,
    },
  );
}
