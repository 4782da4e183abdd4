import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { type DecisionRow, decisionJson } from "./decision-queries.ts";
import type { AppealState } from "./tables.ts";

/** False when there is one. */
export async function insertAppeal(tx: Tx, decisionId: Id, text: string): Promise<boolean> {
  const row = await tx
    .insertInto("appeal")
    .values({ decisionId, text })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Its state; nobody else answers it until the transaction ends. */
export async function lockAppeal(
  tx: Tx,
  id: Id,
): Promise<{ decisionId: Id; state: AppealState } | undefined> {
  return tx
    .selectFrom("appeal")
    .select(["decisionId", "state"])
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function answerAppeal(
  tx: Tx,
  id: Id,
  { state, answer, decidedBy }: { state: "granted" | "refused"; answer: string; decidedBy: Id },
): Promise<void> {
  await sql`
    update appeal set state = ${state}, answer = ${answer}, answer_id = new_id(), decided_by = ${decidedBy} where id = ${id}
  `.execute(tx);
}

export interface ListedAppeal {
  id: Id;
  decision: DecisionRow;
}

/** Appeals of a state, with what they are about: what waits the oldest first, what is answered the newest first. */
export async function listAppeals(
  db: Db,
  me: Id,
  wanted: "open" | "decided",
  limit: number,
  after: Id | undefined,
): Promise<ListedAppeal[]> {
  const [isWanted, order] =
    wanted === "open"
      ? [sql`p.state = 'open' and p.id > ${after ?? 0}`, sql`p.id`]
      : [sql`p.state <> 'open' and p.id < ${after ?? Number.MAX_SAFE_INTEGER}`, sql`p.id desc`];
  const { rows } = await sql<ListedAppeal>`
    select p.id, ${decisionJson("d")} as decision from appeal p join moderation_decision d on d.id = p.decision_id
    where ${isWanted} and d.account_id is distinct from ${me}::bigint order by ${order} limit ${limit}
  `.execute(db);
  return rows;
}

/** How many wait for somebody other than this moderator's own decisions. */
export async function countOpenAppeals(db: Db, me: Id): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::int as open from appeal p join moderation_decision d on d.id = p.decision_id
    where p.state = 'open' and d.account_id is distinct from ${me}::bigint and d.decided_by is distinct from ${me}::bigint
  `.execute(db);
  return rows[0]!.open;
}
