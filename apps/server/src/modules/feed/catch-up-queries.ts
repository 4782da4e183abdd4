import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

export interface LastRead {
  postId: Id;
  at: Date;
}

export function findLastRead(db: Db, accountId: Id): Promise<LastRead | undefined> {
  return db
    .selectFrom("lastRead")
    .select(["postId", "at"])
    .where("accountId", "=", accountId)
    .executeTakeFirst();
}

/** Only ever forward; may be repeated. */
export async function moveLastRead(db: Db, accountId: Id, postId: Id): Promise<void> {
  await db
    .insertInto("lastRead")
    .values({ accountId, postId })
    .onConflict((conflict) =>
      conflict
        .column("accountId")
        .doUpdateSet({ postId, at: sql`now()` })
        .where("lastRead.postId", "<", postId),
    )
    .execute();
}
