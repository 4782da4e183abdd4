import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

/** How many resets of the person are open. */
export async function countOpenResets(db: Db, accountId: Id): Promise<number> {
  const row = await db
    .selectFrom("passwordReset")
    .select((count) => count.fn.countAll<number>().as("open"))
    .where("accountId", "=", accountId)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", new Date())
    .executeTakeFirstOrThrow();
  return row.open;
}

export async function insertReset(
  db: Db | Tx,
  reset: { tokenHash: Buffer; accountId: Id; expiresAt: Date },
): Promise<void> {
  await db.insertInto("passwordReset").values(reset).execute();
}

export async function findOpenReset(db: Db, tokenHash: Buffer): Promise<{ accountId: Id } | undefined> {
  return db
    .selectFrom("passwordReset")
    .select("accountId")
    .where("tokenHash", "=", tokenHash)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", new Date())
    .executeTakeFirst();
}

/** Uses the token up; false when it was used before or has expired. */
export async function useReset(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const row = await tx
    .updateTable("passwordReset")
    .set({ usedAt: new Date() })
    .where("tokenHash", "=", tokenHash)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", new Date())
    .returning("accountId")
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends every other way back in that was asked for before the password changed. */
export async function useUpResets(tx: Tx, accountId: Id): Promise<void> {
  await tx
    .updateTable("passwordReset")
    .set({ usedAt: new Date() })
    .where("accountId", "=", accountId)
    .where("usedAt", "is", null)
    .execute();
}
