import { randomBytes } from "node:crypto";
import type { Db } from "../database/database.ts";

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
