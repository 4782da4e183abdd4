import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { type DecisionRow, decisionJson } from "./decision-queries.ts";
import type { Snapshot } from "./schemas.ts";
import type { CaseState, ReportReason, SubjectKind } from "./tables.ts";

/** A claim that nothing came of holds nobody up after this long. */
const claimMinutes = 30;
/** Reports of one case that are shown, and earlier decisions. */
const shown = 20;

const isFresh = sql`(c.claimed_at > now() - make_interval(mins => ${sql.lit(claimMinutes)}))`;
/** The state as it counts: a claim that is over is none. */
const state = sql<CaseState>`case when c.state = 'claimed' and not ${isFresh} then 'open' else c.state end`;

export interface ReportRow {
  id: Id;
  reporterId: Id | null;
  reason: ReportReason;
  text: string;
  snapshot: object;
}

export interface CaseRow {
  id: Id;
  state: CaseState;
  subjectKind: SubjectKind;
  subjectId: Id;
  seq: number;
  accountId: Id | null;
  claimedBy: Id | null;
  claimedAt: Date | null;
  reportCount: number;
  reports: ReportRow[];
  /** Cases about the same person before this one. */
  earlierCases: number;
  /** What was decided about them, the newest first. */
  earlier: DecisionRow[];
  decision: DecisionRow | null;
}

/** Cases `c` with all that a moderator needs to decide them. */
const columns = sql`c.id, ${state} as state, c.subject_kind, c.subject_id, c.seq, c.account_id,
  case when ${state} = 'claimed' then c.claimed_by end as claimed_by, case when ${state} = 'claimed' then c.claimed_at end as claimed_at,
  (select count(*)::int from report r where r.case_id = c.id) as report_count,
  coalesce((select json_agg(json_build_object('id', r.id, 'reporterId', r.reporter_id, 'reason', r.reason, 'text', r.text, 'snapshot', r.snapshot) order by r.id)
    from (select * from report where case_id = c.id order by id limit ${sql.lit(shown)}) r), '[]'::json) as reports,
  (select count(*)::int from report_case o where o.account_id = c.account_id and o.id < c.id) as earlier_cases,
  coalesce((select json_agg(${decisionJson("d")} order by d.id desc)
    from (select * from moderation_decision where account_id = c.account_id and case_id is distinct from c.id and action <> 'none'
      order by id desc limit ${sql.lit(shown)}) d), '[]'::json) as earlier,
  (select ${decisionJson("d")} from moderation_decision d where d.case_id = c.id and c.state = 'decided' order by d.id desc limit 1) as decision`;

/** What is about a moderator themselves is not for them to see. */
const isFor = (me: Id): RawBuilder<unknown> => sql`c.account_id is distinct from ${me}::bigint`;

/** Cases of a state: what waits the oldest first, what is decided the newest first. */
export async function listCases(
  db: Db,
  me: Id,
  wanted: CaseState,
  limit: number,
  after: Id | undefined,
): Promise<CaseRow[]> {
  const isWanted = {
    open: sql`c.state <> 'decided' and not (c.state = 'claimed' and ${isFresh})`,
    claimed: sql`c.state = 'claimed' and ${isFresh}`,
    decided: sql`c.state = 'decided'`,
  }[wanted];
  const [goesOn, order] =
    wanted === "decided"
      ? [sql`c.id < ${after ?? Number.MAX_SAFE_INTEGER}`, sql`c.id desc`]
      : [sql`c.id > ${after ?? 0}`, sql`c.id`];
  const { rows } = await sql<CaseRow>`
    select ${columns} from report_case c where ${isWanted} and ${isFor(me)} and ${goesOn} order by ${order} limit ${limit}
  `.execute(db);
  return rows;
}

export async function findCase(db: Db | Tx, me: Id, id: Id): Promise<CaseRow | undefined> {
  const { rows } = await sql<CaseRow>`
    select ${columns} from report_case c where c.id = ${id} and ${isFor(me)}
  `.execute(db);
  return rows[0];
}

/** As `listCases` for the operator, who has no part in any of it: what waits, the newest first, with handles in the place of people. */
export async function listWaiting(db: Db, limit: number): Promise<WaitingCase[]> {
  const { rows } = await sql<WaitingCase>`
    select c.id, c.subject_kind, c.subject_id, c.seq, a.handle as member, id_time(c.id) as at,
      (select json_agg(json_build_object('reporter', w.handle, 'reason', r.reason, 'text', r.text, 'snapshot', r.snapshot) order by r.id)
        from (select * from report where case_id = c.id order by id limit ${sql.lit(shown)}) r left join account w on w.id = r.reporter_id) as reports
    from report_case c left join account a on a.id = c.account_id where c.state <> 'decided' order by c.id desc limit ${limit}
  `.execute(db);
  return rows;
}

export interface WaitingCase {
  id: Id;
  subjectKind: SubjectKind;
  subjectId: Id;
  seq: number;
  member: string | null;
  at: Date;
  reports: { reporter: string | null; reason: ReportReason; text: string; snapshot: Snapshot }[];
}

/** How many wait, and since when. */
export async function countWaiting(db: Db, me: Id): Promise<{ open: number; oldest: Date | null }> {
  const { rows } = await sql<{ open: number; oldest: Date | null }>`
    select count(*)::int as open, id_time(min(c.id)) as oldest from report_case c
    where c.state <> 'decided' and ${isFor(me)}
  `.execute(db);
  return rows[0]!;
}

export interface LockedCase {
  state: CaseState;
  subjectKind: SubjectKind;
  subjectId: Id;
  accountId: Id | null;
  claimedBy: Id | null;
}

/** The case as it counts now; nobody else decides it until the transaction ends. */
export async function lockCase(tx: Tx, me: Id, id: Id): Promise<LockedCase | undefined> {
  const { rows } = await sql<LockedCase>`
    select ${state} as state, c.subject_kind, c.subject_id, c.account_id, c.claimed_by from report_case c
    where c.id = ${id} and ${isFor(me)} for no key update
  `.execute(tx);
  return rows[0];
}

export async function setClaim(tx: Tx, id: Id, claimedBy: Id | null): Promise<void> {
  await tx
    .updateTable("reportCase")
    .set({
      state: claimedBy === null ? "open" : "claimed",
      claimedBy,
      claimedAt: claimedBy === null ? null : new Date(),
    })
    .where("id", "=", id)
    .execute();
}

export async function closeCase(tx: Tx, id: Id): Promise<void> {
  await tx.updateTable("reportCase").set({ state: "decided" }).where("id", "=", id).execute();
}

/** Puts a case back into the queue, unless the same thing waits there already. */
export async function reopenCase(tx: Tx, id: Id): Promise<void> {
  await sql`
    update report_case c set state = 'open', claimed_by = null, claimed_at = null where c.id = ${id} and c.state = 'decided'
      and not exists (select 1 from report_case o where o.subject_kind = c.subject_kind and o.subject_id = c.subject_id and o.seq = c.seq
        and o.state <> 'decided')
  `.execute(tx);
}
