import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id, Role, Standing } from "../../platform/database/tables.ts";
import type { AccountJsonRow } from "../people/index.ts";

/** A member as moderators see them. */
export interface MemberRow {
  id: Id;
  account: AccountJsonRow;
  role: Role;
  standing: Standing;
  standingUntil: Date | null;
  /** What was decided about them and holds. */
  decisions: number;
  /** Cases about them that wait. */
  waiting: number;
}

/** `account` is the account `a` as JSON. */
const columns = (
  account: RawBuilder<AccountJsonRow>,
) => sql`a.id, ${account} as account, a.role, a.standing, a.standing_until,
  (select count(*)::int from moderation_decision d where d.account_id = a.id and d.action <> 'none' and d.undone_at is null) as decisions,
  (select count(*)::int from report_case c where c.account_id = a.id and c.state <> 'decided') as waiting`;

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, "\\$&");

export interface MembersAsked {
  query: string;
  role?: Role | undefined;
  standing?: Standing | undefined;
}

/** Everybody, suspended or not, the newest first; `query` is somewhere in their handle or name. */
export async function selectMembers(
  db: Db,
  account: RawBuilder<AccountJsonRow>,
  { query, role, standing }: MembersAsked,
  limit: number,
  before: Id | undefined,
): Promise<MemberRow[]> {
  const text = query.normalize("NFC").trim().replace(/^@/, "").toLowerCase();
  const matches =
    text === ""
      ? sql`true`
      : sql`(a.handle like ${`%${escaped(text)}%`} or lower(a.display_name) like ${`%${escaped(text)}%`})`;
  const { rows } = await sql<MemberRow>`
    select ${columns(account)} from account a
    where a.id < ${before ?? Number.MAX_SAFE_INTEGER} and ${matches}
      and ${role === undefined ? sql`true` : sql`a.role = ${role}`} and ${standing === undefined ? sql`true` : sql`a.standing = ${standing}`}
    order by a.id desc limit ${limit}
  `.execute(db);
  return rows;
}

/** People by their ids, whoever is suspended among them. */
export async function selectMembersOf(
  db: Db,
  account: RawBuilder<AccountJsonRow>,
  ids: readonly Id[],
): Promise<Map<Id, MemberRow>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<MemberRow>`
    select ${columns(account)} from account a where a.id = any(${[...ids]}::bigint[])
  `.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The account of a handle, suspended or not. */
export async function findMemberId(db: Db, handle: string): Promise<Id | undefined> {
  const name = handle.replace(/^@/, "").toLowerCase();
  return (await db.selectFrom("account").select("id").where("handle", "=", name).executeTakeFirst())?.id;
}
