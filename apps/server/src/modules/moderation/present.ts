import type { Db } from "../../platform/database/database.ts";
import { idTime } from "../../platform/database/id-time.ts";
import type { Id } from "../../platform/database/tables.ts";
import { textOf } from "../../platform/http/json-text.ts";
import { Account, accountBytes, toCachedAccount } from "../people/index.ts";
import type { ListedAppeal } from "./appeal-queries.ts";
import type { AuditRow } from "./audit-queries.ts";
import type { CaseRow } from "./case-queries.ts";
import type { DecisionRow } from "./decision-queries.ts";
import type { MemberRow } from "./member-queries.ts";
import { findMembers } from "./members.ts";
import type { AppealCase, AuditEntry, Decision, Member, ReportCase } from "./schemas.ts";

const timeOf = (id: Id) => new Date(idTime(id)).toISOString();
const idText = (id: Id | null) => (id === null ? null : String(id));
const accountOf = (row: MemberRow): Account =>
  JSON.parse(textOf(accountBytes(toCachedAccount(row.account), null))) as Account;

/** A member as moderators see them. */
export function toMember(row: MemberRow): Member {
  const { role, standing, standingUntil, decisions, waiting } = row;
  return {
    account: accountOf(row),
    role,
    standing,
    standingUntil: standingUntil?.toISOString() ?? null,
    decisions,
    waiting,
  };
}

/** Everybody who is named in what is to be shown, in one statement. */
async function lookUp(db: Db, ids: readonly (Id | null)[]) {
  const found = await findMembers(db, [...new Set(ids.filter((id) => id !== null))]);
  const rowOf = (id: Id | null) => (id === null ? undefined : found.get(id));
  return {
    account: (id: Id | null) => {
      const row = rowOf(id);
      return row ? accountOf(row) : null;
    },
    member: (id: Id | null) => {
      const row = rowOf(id);
      return row ? toMember(row) : null;
    },
  };
}
type Known = Awaited<ReturnType<typeof lookUp>>;

/** A decision as the one it is about is shown it: not who decided. */
export function toOwnDecision({ id, action, reason, until, postId, undoneAt, appeal }: DecisionRow) {
  return {
    id: String(id),
    action,
    reason,
    until,
    postId: idText(postId),
    at: timeOf(id),
    undoneAt,
    appeal: appeal && {
      text: appeal.text,
      state: appeal.state,
      answer: appeal.answer,
      at: timeOf(appeal.id),
    },
  };
}

const toDecision = (row: DecisionRow, known: Known): Decision => ({
  ...toOwnDecision(row),
  by: known.account(row.decidedBy),
  byOperator: row.isByOperator,
});

export async function presentCases(db: Db, rows: readonly CaseRow[]): Promise<ReportCase[]> {
  const known = await lookUp(
    db,
    rows.flatMap(({ accountId, claimedBy, reports, earlier, decision }) => [
      accountId,
      claimedBy,
      decision?.decidedBy ?? null,
      ...reports.map((report) => report.reporterId),
      ...earlier.map((one) => one.decidedBy),
    ]),
  );
  return rows.map((row) => ({
    id: String(row.id),
    state: row.state,
    subject: { kind: row.subjectKind, id: String(row.subjectId), seq: row.seq },
    member: known.member(row.accountId),
    reports: row.reports.map(({ id, reporterId, reason, text, snapshot }) => ({
      id: String(id),
      reporter: known.account(reporterId),
      reason,
      text,
      snapshot,
      at: timeOf(id),
    })),
    reportCount: row.reportCount,
    earlierCases: row.earlierCases,
    earlier: row.earlier.map((one) => toDecision(one, known)),
    claimedBy: known.account(row.claimedBy),
    claimedAt: row.claimedAt?.toISOString() ?? null,
    decision: row.decision && toDecision(row.decision, known),
    at: timeOf(row.id),
  }));
}

export async function presentAppeals(db: Db, rows: readonly ListedAppeal[]): Promise<AppealCase[]> {
  const known = await lookUp(
    db,
    rows.flatMap(({ decision }) => [decision.accountId, decision.decidedBy]),
  );
  return rows.map(({ id, decision }) => ({
    id: String(id),
    member: known.member(decision.accountId),
    decision: toDecision(decision, known),
  }));
}

export async function presentAudit(db: Db, rows: readonly AuditRow[]): Promise<AuditEntry[]> {
  const known = await lookUp(
    db,
    rows.flatMap(({ actorId, accountId }) => [actorId, accountId]),
  );
  return rows.map(({ id, via, actorId, action, accountId, subjectKind, subjectId, reason, detail }) => ({
    id: String(id),
    at: timeOf(id),
    via,
    actor: known.account(actorId),
    action,
    account: known.account(accountId),
    subject: subjectKind === null || subjectId === null ? null : { kind: subjectKind, id: String(subjectId) },
    reason,
    detail,
  }));
}
