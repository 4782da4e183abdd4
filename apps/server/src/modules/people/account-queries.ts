import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { AccountSettings, Id, ProfileLink, Role, Standing } from "../../platform/database/tables.ts";

/** The account of a handle, which may come in any case; nobody's when they are suspended. */
export async function findAccountId(db: Db | Tx, handle: string): Promise<Id | undefined> {
  const row = await db
    .selectFrom("account")
    .select("id")
    .where("handle", "=", handle.toLowerCase())
    .where("standing", "<>", "suspended")
    .executeTakeFirst();
  return row?.id;
}

/** The accounts of handles, by handle in lower case; those without one, and whoever is suspended, are left out. */
export async function findAccountIds(db: Db | Tx, handles: readonly string[]): Promise<Map<string, Id>> {
  if (handles.length === 0) return new Map();
  const wanted = [...new Set(handles.map((handle) => handle.toLowerCase()))];
  const rows = await db
    .selectFrom("account")
    .select(["id", "handle"])
    .where("handle", "=", sql<string>`any(${wanted})`)
    .where("standing", "<>", "suspended")
    .execute();
  return new Map(rows.map((row) => [row.handle, row.id]));
}

export type DirectChats = NonNullable<AccountSettings["directChats"]>;

/** Who may write to each of these people without being asked. */
export async function directChatsOf(db: Db | Tx, accountIds: readonly Id[]): Promise<Map<Id, DirectChats>> {
  const rows = await db
    .selectFrom("credential")
    .select(["accountId", "settings"])
    .where("accountId", "=", sql<Id>`any(${[...accountIds]}::bigint[])`)
    .execute();
  return new Map(rows.map(({ accountId, settings }) => [accountId, settings.directChats ?? "following"]));
}

/** The new account, or undefined when the handle is taken. */
export async function insertAccount(
  tx: Tx,
  account: { handle: string; displayName: string },
): Promise<Id | undefined> {
  const row = await tx
    .insertInto("account")
    .values(account)
    .onConflict((conflict) => conflict.column("handle").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** False when the e-mail address is taken. */
export async function insertCredential(
  tx: Tx,
  accountId: Id,
  email: string,
  passwordHash: string,
): Promise<boolean> {
  const row = await tx
    .insertInto("credential")
    .values({ accountId, email, passwordHash })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning("accountId")
    .executeTakeFirst();
  return row !== undefined;
}

export async function hasEmail(db: Db | Tx, email: string): Promise<boolean> {
  return (
    (await db.selectFrom("credential").select("accountId").where("email", "=", email).executeTakeFirst()) !==
    undefined
  );
}

export interface Credential {
  accountId: Id;
  handle: string;
  email: string;
  passwordHash: string;
  settings: AccountSettings;
  role: Role;
}

function credentials(db: Db | Tx) {
  return db
    .selectFrom("credential")
    .innerJoin("account", "account.id", "credential.accountId")
    .select([
      "credential.accountId",
      "account.handle",
      "account.role",
      "credential.email",
      "credential.passwordHash",
      "credential.settings",
    ]);
}

/** By e-mail address, or by handle when it has no @. */
export function findCredentialByLogin(db: Db, login: string): Promise<Credential | undefined> {
  const name = login.trim().toLowerCase();
  return credentials(db)
    .where(name.includes("@") ? "credential.email" : "account.handle", "=", name)
    .executeTakeFirst();
}

export function findCredential(db: Db | Tx, accountId: Id): Promise<Credential | undefined> {
  return credentials(db).where("credential.accountId", "=", accountId).executeTakeFirst();
}

/**
 * Whether the password is still the one that was verified; holds off its change until the transaction ends. `alone` also holds off whoever
 * asks the same of this account.
 */
export async function isPasswordCurrent(
  tx: Tx,
  accountId: Id,
  passwordHash: string,
  alone = false,
): Promise<boolean> {
  const query = tx
    .selectFrom("credential")
    .select("accountId")
    .where("accountId", "=", accountId)
    .where("passwordHash", "=", passwordHash);
  const row = await (alone ? query.forNoKeyUpdate() : query.forShare()).executeTakeFirst();
  return row !== undefined;
}

/** Changes the password if it is still the one that was verified (null: whatever it is). False when it is not. */
export async function setPassword(
  tx: Tx,
  accountId: Id,
  verified: string | null,
  passwordHash: string,
): Promise<boolean> {
  const row = await tx
    .updateTable("credential")
    .set({ passwordHash })
    .where("accountId", "=", accountId)
    .$if(verified !== null, (query) => query.where("passwordHash", "=", verified!))
    .returning("accountId")
    .executeTakeFirst();
  return row !== undefined;
}

export interface ProfileChange {
  displayName?: string;
  bio?: string;
  links?: ProfileLink[];
  avatarId?: Id | null;
  headerId?: Id | null;
  isPrivate?: boolean;
}

/** Answers whether the account was private, and whether it was closed, before; undefined when it is gone. */
export async function updateProfile(
  tx: Tx,
  accountId: Id,
  change: ProfileChange,
): Promise<{ wasPrivate: boolean; wasClosed: boolean; standing: Standing } | undefined> {
  const before = await tx
    .selectFrom("account")
    .select(["isPrivate", "isClosed", "standing"])
    .where("id", "=", accountId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!before) return undefined;
  const { links, ...rest } = change;
  const set = { ...rest, ...(links && { links: JSON.stringify(links) }) };
  if (Object.keys(set).length > 0)
    await tx.updateTable("account").set(set).where("id", "=", accountId).execute();
  return { wasPrivate: before.isPrivate, wasClosed: before.isClosed, standing: before.standing };
}

/** Changes the given settings and leaves the others. */
export async function mergeSettings(tx: Tx, accountId: Id, settings: AccountSettings): Promise<void> {
  await sql`update credential set settings = settings || ${JSON.stringify(settings)}::jsonb where account_id = ${accountId}`.execute(
    tx,
  );
}

/** Whether all the pictures are the person's own. */
export async function ownsMedia(tx: Tx, accountId: Id, ids: Id[]): Promise<boolean> {
  const wanted = [...new Set(ids)];
  const rows = await tx
    .selectFrom("media")
    .select("id")
    .where("ownerId", "=", accountId)
    .where("id", "=", sql<Id>`any(${wanted}::bigint[])`)
    .forKeyShare()
    .execute();
  return rows.length === wanted.length;
}
