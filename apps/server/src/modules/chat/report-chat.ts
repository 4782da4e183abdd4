import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { ReportSubject } from "../moderation/index.ts";
import { findMembership } from "./member-queries.ts";
import { findReported, listKept } from "./report-queries.ts";

/** Messages that are kept with a report: the one that it is about, or the last one, with those before it. */
const kept = 20;

/**
 * A chat that one is in, or one of its messages. The words that it is about are kept as they are now: what is edited or deleted later can still be
 * looked at.
 */
async function find(db: Db, reporterId: Id, { id: chatId, seq }: { id: Id; seq: number }) {
  const membership = await findMembership(db, chatId, reporterId);
  if (!membership || (seq !== 0 && (seq <= membership.sinceSeq || seq > membership.lastSeq)))
    return undefined;
  const upTo = seq === 0 ? membership.lastSeq : seq;
  const [accountId, messages] = await Promise.all([
    findReported(db, chatId, seq, reporterId),
    listKept(db, chatId, { since: membership.sinceSeq, upTo, kept }),
  ]);
  return { accountId, snapshot: { seq: seq === 0 ? null : seq, messages } };
}

export const chatSubjects: readonly ReportSubject[] = [
  {
    kind: "message",
    find: async (db, reporterId, place) => (place.seq === 0 ? undefined : find(db, reporterId, place)),
  },
  { kind: "chat", find },
];
