import { randomBytes } from "node:crypto";
import type { Db, Tx } from "../database/database.ts";

/** A key of 32 random bytes that every process of the site shares; made when it is asked for the first time. */
export async function getSecret(db: Db, name: string): Promise<Buffer> {
  await db
    .insertInto("secret")
    .values({ name, value: randomBytes(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await db.selectFrom("secret").select("value").where("name", "=", name).executeTakeFirstOrThrow())
    .value;
}

/** The next who asks for them gets new ones. */
export async function forgetSecrets(tx: Tx, names: readonly string[]): Promise<void> {
  await tx.deleteFrom("secret").where("name", "in", names).execute();
}
