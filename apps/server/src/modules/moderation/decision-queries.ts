import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { AppealState, DecisionAction } from "./tables.ts";

export interface AppealRow {
  text: string;
  state: AppealState;
  answer: string;
  id: Id;
}

export interface DecisionRow {
  id: Id;
  caseId: Id | null;
  accountId: Id | null;
  action: DecisionAction;
  reason: string;
  until: string | null;
  postId: Id | null;
  decidedBy: Id | null;
  isByOperator: boolean;
  undoneAt: string | null;
  appeal: AppealRow | null;
}

const time = (column: RawBuilder<unknown>) =>
  sql`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A decision as one JSON value, with its appeal; `alias` names the row. */
export function decisionJson(alias: string): RawBuilder<DecisionRow> {
  const d = sql.table(alias);
  return sql<DecisionRow>`json_build_object('id', ${d}.id, 'caseId', ${d}.case_id, 'accountId', ${d}.account_id, 'action', ${d}.action, 'reason', ${d}.reason,
    'until', ${time(sql`${d}.until`)}, 'postId', ${d}.post_id, 'decidedBy', ${d}.decided_by, 'isByOperator', ${d}.is_by_operator,
    'undoneAt', ${time(sql`${d}.undone_at`)}, 'appeal', (select json_build_object('text', p.text, 'state', p.state, 'answer', p.answer, 'id', p.id)
      from appeal p where p.decision_id = ${d}.id))`;
}

/** What was decided about somebody, the newest first; what came to nothing is left out. */
export async function listDecisions(
  db: Db,
  accountId: Id,
  limit: number,
  before: Id | undefined,
): Promise<DecisionRow[]> {
  const { rows } = await sql<{ decision: DecisionRow }>`
    select ${decisionJson("d")} as decision from moderation_decision d
    where d.account_id = ${accountId} and d.action <> 'none' and d.id < ${before ?? Number.MAX_SAFE_INTEGER} order by d.id desc limit ${limit}
  `.execute(db);
  return rows.map(({ decision }) => decision);
}

/** Decisions by their ids; for what people are told of them. */
export async function findDecisions(db: Db, ids: readonly Id[]): Promise<Map<Id, DecisionRow>> {
  const { rows } = await sql<{ decision: DecisionRow }>`
    select ${decisionJson("d")} as decision from moderation_decision d where d.id = any(${[...ids]}::bigint[])
  `.execute(db);
  return new Map(rows.map(({ decision }) => [decision.id, decision]));
}

export interface NewDecision {
  caseId: Id | null;
  accountId: Id | null;
  action: DecisionAction;
  reason: string;
  until: Date | null;
  postId: Id | null;
  wasHidden: boolean;
  decidedBy: Id | null;
  isByOperator: boolean;
}

export async function insertDecision(tx: Tx, decision: NewDecision): Promise<Id> {
  const { id } = await tx
    .insertInto("moderationDecision")
    .values(decision)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export interface LockedDecision {
  id: Id;
  caseId: Id | null;
  accountId: Id | null;
  action: DecisionAction;
  postId: Id | null;
  wasHidden: boolean;
  decidedBy: Id | null;
  undoneAt: Date | null;
}

/** Nobody else takes it back, or appeals, until the transaction ends. */
export async function lockDecision(tx: Tx, id: Id): Promise<LockedDecision | undefined> {
  return tx
    .selectFrom("moderationDecision")
    .select(["id", "caseId", "accountId", "action", "postId", "wasHidden", "decidedBy", "undoneAt"])
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function setUndone(tx: Tx, id: Id, undoneBy: Id | null): Promise<void> {
  await tx
    .updateTable("moderationDecision")
    .set({ undoneAt: new Date(), undoneBy })
    .where("id", "=", id)
    .execute();
}

/** The decisions by which somebody is limited or suspended now. */
export async function listHolding(tx: Tx, accountId: Id): Promise<LockedDecision[]> {
  return tx
    .selectFrom("moderationDecision")
    .select(["id", "caseId", "accountId", "action", "postId", "wasHidden", "decidedBy", "undoneAt"])
    .where("accountId", "=", accountId)
    .where("action", "in", ["limit", "suspend"])
    .where("undoneAt", "is", null)
    .where((eb) => eb.or([eb("until", "is", null), eb("until", ">", new Date())]))
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
}
