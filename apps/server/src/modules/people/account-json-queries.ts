import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { mediaJson } from "../../platform/media/media-json.ts";
import type { AccountJsonRow } from "./accounts.ts";

/** An account as one JSON value, for use in any statement; `alias` names the row of table `account`. */
export function accountJson(alias: string): RawBuilder<AccountJsonRow> {
  const account = sql.table(alias);
  return sql<AccountJsonRow>`(
    select json_build_object(
      'id', ${account}.id, 'handle', ${account}.handle, 'displayName', ${account}.display_name, 'bio', ${account}.bio,
      'links', ${account}.links, 'isPrivate', ${account}.is_private, 'isClosed', ${account}.is_closed, 'standing', ${account}.standing,
      'createdAt', to_char(${account}.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'avatar', (select ${mediaJson("m")} from media m where m.id = ${account}.avatar_id),
      'header', (select ${mediaJson("m")} from media m where m.id = ${account}.header_id),
      'counts', json_build_object(
        'posts', coalesce((select posts from author_stats where account_id = ${account}.id), 0),
        'followers', coalesce((select followers from account_stats where account_id = ${account}.id), 0),
        'following', coalesce((select following from account_stats where account_id = ${account}.id), 0))))`;
}

export async function loadAccounts(db: Db, ids: readonly Id[]): Promise<AccountJsonRow[]> {
  const { rows } = await sql<{ account: AccountJsonRow }>`
    select ${accountJson("a")} as account from account a where a.id = any(${ids}::bigint[])
  `.execute(db);
  return rows.map((row) => row.account);
}
