import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

export interface DueGroup {
  accountId: Id;
  kind: string;
  subjectId: Id;
  lastId: Id;
}

/** Takes groups whose time to be pushed has come, for a minute: whoever dies in it leaves them to be taken again. */
export async function claimGroups(db: Db, limit: number): Promise<DueGroup[]> {
  const { rows } = await sql<DueGroup>`
    with due as (
      select account_id, kind, subject_id from notification where push_at <= now() order by push_at limit ${limit} for update skip locked
    )
    update notification n set push_at = now() + interval '1 minute', pushed_at = now()
    from due where n.account_id = due.account_id and n.kind = due.kind and n.subject_id = due.subject_id
    returning n.account_id, n.kind, n.subject_id, n.last_id
  `.execute(db);
  return rows;
}

/** The group is dealt with; what has come into it meanwhile is due again after so many seconds. */
export async function finishGroup(tx: Tx, group: DueGroup, quietSeconds: number): Promise<void> {
  const { accountId, kind, subjectId, lastId } = group;
  await sql`
    update notification set push_at = case when last_id > ${lastId} then now() + ${quietSeconds} * interval '1 second' end
    where account_id = ${accountId} and kind = ${kind} and subject_id = ${subjectId}
  `.execute(tx);
}

/** Milliseconds until a group is due; undefined when there is none. */
export async function untilNextGroup(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{
    wait: number | null;
  }>`select (extract(epoch from min(push_at) - now()) * 1000)::float8 as wait from notification where push_at is not null`.execute(
    db,
  );
  return rows[0]?.wait ?? undefined;
}

/** The languages of people, as far as they have chosen one. */
export async function findLocales(db: Db, accountIds: readonly Id[]): Promise<Map<Id, "ko" | "en">> {
  const rows = await db
    .selectFrom("credential")
    .select(["accountId", "settings"])
    .where("accountId", "=", sql<Id>`any(${[...accountIds]}::bigint[])`)
    .execute();
  return new Map(
    rows.flatMap(({ accountId, settings }) => (settings.locale ? [[accountId, settings.locale]] : [])),
  );
}
