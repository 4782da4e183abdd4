import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

export interface ClaimedDigest {
  accountId: Id;
  email: string;
  handle: string;
  locale: "ko" | "en";
  /** What an earlier e-mail has told of. */
  after: Id;
}

/**
 * Takes somebody whose e-mail is due: from now on it is due at `next`, and has told of everything that there is now. Whoever takes it sends
 * it; if the program dies before that, this one e-mail is left out rather than sent twice.
 */
export async function claimDigest(db: Db, next: Date): Promise<ClaimedDigest | undefined> {
  const { rows } = await sql<ClaimedDigest>`
    with due as (
      select account_id, digest_id from notification_settings where digest and digest_at <= now()
      order by digest_at limit 1 for update skip locked
    ), claimed as (
      update notification_settings s set digest_at = ${next},
        digest_id = greatest(s.digest_id, coalesce((select max(n.last_id) from notification n where n.account_id = s.account_id), 0))
      from due where due.account_id = s.account_id returning s.account_id, due.digest_id as after
    )
    select c.account_id, c.after, k.email, a.handle, coalesce(k.settings->>'locale', 'ko') as locale
    from claimed c join credential k on k.account_id = c.account_id join account a on a.id = c.account_id
  `.execute(db);
  return rows[0];
}
