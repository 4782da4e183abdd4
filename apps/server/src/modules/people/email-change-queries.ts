import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

const uniqueViolation = "23505";

interface Change {
  tokenHash: Buffer;
  accountId: Id;
  email: string;
  expiresAt: Date;
}

/** In the place of the one that was asked for before; those that nobody opened leave with it. */
export async function putEmailChange(
  tx: Tx,
  { tokenHash, accountId, email, expiresAt }: Change,
): Promise<void> {
  await dropEmailChanges(tx, accountId);
  await sql`delete from email_change where expires_at < now() - interval '1 day'`.execute(tx);
  await sql`
    insert into email_change (token_hash, account_id, email, expires_at)
    values (${tokenHash}, ${accountId}, ${email}, ${expiresAt})
  `.execute(tx);
}

/** Ends what waits to be confirmed. */
export async function dropEmailChanges(tx: Tx, accountId: Id): Promise<void> {
  await sql`delete from email_change where account_id = ${accountId}`.execute(tx);
}

/** Uses the token up; nothing when it was used before or has expired. */
export async function useEmailChange(
  tx: Tx,
  tokenHash: Buffer,
): Promise<{ accountId: Id; email: string } | undefined> {
  const { rows } = await sql<{ accountId: Id; email: string }>`
    update email_change set used_at = now()
    where token_hash = ${tokenHash} and used_at is null and expires_at > now()
    returning account_id, email
  `.execute(tx);
  return rows[0];
}

/** False when another account has the address. */
export async function isEmailFree(db: Db | Tx, accountId: Id, email: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from credential where email = ${email} and account_id <> ${accountId}`.execute(db);
  return rows.length === 0;
}

/** False when another account has the address, or takes it at this moment; the transaction cannot go on then. */
export async function setEmail(tx: Tx, accountId: Id, email: string): Promise<boolean> {
  try {
    await sql`update credential set email = ${email} where account_id = ${accountId}`.execute(tx);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === uniqueViolation) return false;
    throw error;
  }
}
