import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

export interface StoredSettings {
  off: string[];
  digest: boolean;
}

export async function findSettings(db: Db, accountId: Id): Promise<StoredSettings> {
  const row = await db
    .selectFrom("notificationSettings")
    .select(["off", "digest"])
    .where("accountId", "=", accountId)
    .executeTakeFirst();
  return row ?? { off: [], digest: false };
}

/** Switches kinds and the digest; what is not named stays. A digest that is switched on begins with what comes from now on. */
export async function changeSettings(
  db: Db,
  accountId: Id,
  change: { on: string[]; off: string[]; digest?: boolean | undefined; digestAt: Date },
): Promise<void> {
  const { on, off, digest = null, digestAt } = change;
  await sql`
    insert into notification_settings as s (account_id, off, digest, digest_at, digest_id)
    values (${accountId}, ${off}::text[], coalesce(${digest}::boolean, false), ${digestAt},
      coalesce((select max(last_id) from notification where account_id = ${accountId}), 0))
    on conflict (account_id) do update set
      off = array(select distinct kind from unnest(s.off || ${off}::text[]) as kind where kind <> all(${on}::text[]) order by 1),
      digest = coalesce(${digest}::boolean, s.digest),
      digest_at = case when ${digest}::boolean and not s.digest then excluded.digest_at else s.digest_at end,
      digest_id = case when ${digest}::boolean and not s.digest then excluded.digest_id else s.digest_id end
  `.execute(db);
}

export async function endDigest(db: Db, accountId: Id): Promise<void> {
  await db
    .updateTable("notificationSettings")
    .set({ digest: false })
    .where("accountId", "=", accountId)
    .execute();
}
