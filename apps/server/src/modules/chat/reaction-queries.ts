import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

/** False when it was so already. */
export async function insertReaction(
  tx: Tx,
  reaction: { chatId: Id; seq: number; accountId: Id; emoji: string },
): Promise<boolean> {
  const row = await tx
    .insertInto("chatReaction")
    .values(reaction)
    .onConflict((conflict) => conflict.doNothing())
    .returning("seq")
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteReaction(
  tx: Tx,
  { chatId, seq, accountId, emoji }: { chatId: Id; seq: number; accountId: Id; emoji: string },
): Promise<boolean> {
  const row = await tx
    .deleteFrom("chatReaction")
    .where("chatId", "=", chatId)
    .where("seq", "=", seq)
    .where("accountId", "=", accountId)
    .where("emoji", "=", emoji)
    .returning("seq")
    .executeTakeFirst();
  return row !== undefined;
}

export async function countReactions(tx: Tx, chatId: Id, seq: number, accountId: Id): Promise<number> {
  const { count } = await tx
    .selectFrom("chatReaction")
    .select((row) => row.fn.countAll<number>().as("count"))
    .where("chatId", "=", chatId)
    .where("seq", "=", seq)
    .where("accountId", "=", accountId)
    .executeTakeFirstOrThrow();
  return count;
}
