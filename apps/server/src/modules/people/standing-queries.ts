import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id, Role, Standing } from "../../platform/database/tables.ts";

export interface StandingRow {
  role: Role;
  standing: Standing;
  standingUntil: Date | null;
  isPrivate: boolean;
  isClosed: boolean;
}

/** How somebody stands; nobody changes it until the transaction ends. */
export async function lockStanding(tx: Tx, accountId: Id): Promise<StandingRow | undefined> {
  return tx
    .selectFrom("account")
    .select(["role", "standing", "standingUntil", "isPrivate", "isClosed"])
    .where("id", "=", accountId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** As it is; a suspension at the same moment waits for the transaction to end, or has ended before. */
export async function holdStanding(
  tx: Tx,
  accountId: Id,
): Promise<Pick<StandingRow, "standing" | "standingUntil"> | undefined> {
  return tx
    .selectFrom("account")
    .select(["standing", "standingUntil"])
    .where("id", "=", accountId)
    .forShare()
    .executeTakeFirst();
}

export interface HoldingDecision {
  id: Id;
  action: "limit" | "suspend";
  reason: string;
  until: Date | null;
}

/** The decision that somebody's standing follows from: of those that hold the hardest, and of these the longest. */
export async function findHoldingDecision(db: Db | Tx, accountId: Id): Promise<HoldingDecision | undefined> {
  const { rows } = await sql<HoldingDecision>`
    select id, action, reason, until from moderation_decision
    where account_id = ${accountId} and action in ('limit', 'suspend') and undone_at is null and (until is null or until > clock_timestamp())
    order by action = 'suspend' desc, until desc nulls first, id desc limit 1
  `.execute(db);
  return rows[0];
}

export async function updateStanding(
  tx: Tx,
  accountId: Id,
  standing: Standing,
  standingUntil: Date | null,
): Promise<void> {
  await tx.updateTable("account").set({ standing, standingUntil }).where("id", "=", accountId).execute();
}

/** Whose standing is to be looked at again. */
export async function listOver(db: Db, limit: number): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select id from account where standing <> 'good' and standing_until <= now() order by standing_until limit ${limit}
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** The site's owners; none of them becomes one, or stops being one, until the transaction ends. */
export async function lockOwners(tx: Tx): Promise<Id[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended('owners', 0))`.execute(tx);
  const rows = await tx
    .selectFrom("account")
    .select("id")
    .where("role", "=", "owner")
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** The rows of two people, in the order of their ids, so that two who act on each other take turns. */
export async function lockRoles(tx: Tx, ids: readonly Id[]): Promise<Map<Id, Role>> {
  const rows = await tx
    .selectFrom("account")
    .select(["id", "role"])
    .where("id", "in", [...ids])
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
  return new Map(rows.map(({ id, role }) => [id, role]));
}

export async function updateRole(tx: Tx, accountId: Id, role: Role): Promise<void> {
  await tx.updateTable("account").set({ role }).where("id", "=", accountId).execute();
}
