import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id, ProfileLink } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { createLoadingCache, type LoadingCache } from "../../platform/cache/loading-cache.ts";
import type { Media } from "../../platform/media/media-schema.ts";
import { mediaJson } from "../../platform/media/media-json.ts";
import { type JsonBytes, jsonBytes } from "../../platform/http/json-text.ts";
import { type Relations, relationshipText } from "./relations.ts";
import * as events from "./events.ts";

export interface AccountCounts {
  posts: number;
  followers: number;
  following: number;
}

/** An account as everybody sees it, kept with its JSON up to the one thing that differs for each viewer. */
export interface CachedAccount {
  id: Id;
  handle: string;
  displayName: string;
  isPrivate: boolean;
  counts: AccountCounts;
  /** The JSON up to and with `"counts":`. */
  head: JsonBytes;
  /** What comes after the counts, up to and with `"relationship":`. */
  tail: JsonBytes;
}

/** What `accountJson` selects. */
export interface AccountJsonRow {
  id: Id;
  handle: string;
  displayName: string;
  bio: string;
  links: ProfileLink[];
  isPrivate: boolean;
  createdAt: string;
  avatar: Media | null;
  header: Media | null;
  counts: AccountCounts;
}

/** An account as one JSON value, for use in any statement; `alias` names the row of table `account`. */
export function accountJson(alias: string): RawBuilder<AccountJsonRow> {
  const account = sql.table(alias);
  return sql<AccountJsonRow>`(
    select json_build_object(
      'id', ${account}.id, 'handle', ${account}.handle, 'displayName', ${account}.display_name, 'bio', ${account}.bio,
      'links', ${account}.links, 'isPrivate', ${account}.is_private,
      'createdAt', to_char(${account}.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'avatar', (select ${mediaJson("m")} from media m where m.id = ${account}.avatar_id),
      'header', (select ${mediaJson("m")} from media m where m.id = ${account}.header_id),
      'counts', json_build_object(
        'posts', coalesce((select posts from author_stats where account_id = ${account}.id), 0),
        'followers', coalesce((select followers from account_stats where account_id = ${account}.id), 0),
        'following', coalesce((select following from account_stats where account_id = ${account}.id), 0))))`;
}

export function toCachedAccount(row: AccountJsonRow): CachedAccount {
  const { id, handle, displayName, bio, avatar, header, links, isPrivate, counts, createdAt } = row;
  const fields = jsonBytes({ id: String(id), handle, displayName, bio, avatar, header, links, isPrivate });
  return {
    id,
    handle,
    displayName,
    isPrivate,
    counts,
    head: `${fields.slice(0, -1)},"counts":` as JsonBytes,
    tail: `,"createdAt":"${createdAt}","relationship":` as JsonBytes,
  };
}

/** The account for one reader; null stands for someone signed out. */
export function accountBytes(account: CachedAccount, reader: Relations | null): JsonBytes {
  const { posts, followers, following } = account.counts;
  return (account.head +
    `{"posts":${posts},"followers":${followers},"following":${following}}` +
    account.tail +
    relationshipText(reader, account.id) +
    "}") as JsonBytes;
}

export type AccountCache = LoadingCache<CachedAccount>;

const bytesOf = (account: CachedAccount) => account.head.length + account.tail.length + 400;

export function createAccountCache(db: Db, log: EventLog, maxBytes: number): AccountCache {
  const cache = createLoadingCache<CachedAccount>({
    maxBytes,
    bytesOf,
    async load(ids) {
      const { rows } = await sql<{ account: AccountJsonRow }>`
        select ${accountJson("a")} as account from account a where a.id = any(${ids}::bigint[])
      `.execute(db);
      return new Map(rows.map(({ account }) => [account.id, toCachedAccount(account)]));
    },
  });
  log.listen((event) => {
    if (events.accountChanged.is(event) || events.accountDeleted.is(event))
      cache.drop(event.payload.accountId);
  });
  return cache;
}
