import { mediaDescribed } from "../../platform/media/media-events.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Id, ProfileLink, Standing } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { createLoadingCache, type LoadingCache } from "../../platform/cache/loading-cache.ts";
import type { Stamps } from "../../platform/cache/stamps.ts";
import type { Media } from "../../platform/media/media-schema.ts";
import { type JsonBytes, jsonBytes } from "../../platform/http/json-text.ts";
import { type Relations, relationshipText } from "./relations.ts";
import { loadAccounts } from "./account-json-queries.ts";
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
  /** Whether what they write in public is for followers only: by their own choice, or by their standing. */
  isClosed: boolean;
  standing: Standing;
  counts: AccountCounts;
  /** The JSON up to and with `"counts":`. */
  head: JsonBytes;
  /** The counts and what comes after them, up to and with `"relationship":`. */
  tail: JsonBytes;
  createdAt: string;
}

/** What `accountJson` selects. */
export interface AccountJsonRow {
  id: Id;
  handle: string;
  displayName: string;
  bio: string;
  links: ProfileLink[];
  isPrivate: boolean;
  isClosed: boolean;
  standing: Standing;
  createdAt: string;
  avatar: Media | null;
  header: Media | null;
  counts: AccountCounts;
}

export function toCachedAccount(row: AccountJsonRow): CachedAccount {
  const { id, handle, displayName, bio, avatar, header, links, isPrivate, isClosed, standing } = row;
  const fields = jsonBytes({ id: String(id), handle, displayName, bio, avatar, header, links, isPrivate });
  return {
    id,
    handle,
    displayName,
    isClosed,
    standing,
    ...countsOf(row.counts, row.createdAt),
    head: `${fields.slice(0, -1)},"counts":` as JsonBytes,
    createdAt: row.createdAt,
  };
}

/** Counts as a cached account has them: `{ ...account, ...countsOf(now, account.createdAt) }`. */
export function countsOf(counts: AccountCounts, createdAt: string): Pick<CachedAccount, "counts" | "tail"> {
  const { posts, followers, following } = counts;
  const text = `{"posts":${posts},"followers":${followers},"following":${following}}`;
  return { counts, tail: `${text},"createdAt":"${createdAt}","relationship":` as JsonBytes };
}

/** The account for one reader; null stands for someone signed out. */
export function accountBytes(account: CachedAccount, reader: Relations | null): JsonBytes {
  return (account.head + account.tail + relationshipText(reader, account.id) + "}") as JsonBytes;
}

/** `get` and `getMany` leave out whoever is suspended, as if they had gone; what is in memory may still be looked at. */
export type AccountCache = LoadingCache<CachedAccount>;

const isThere = (account: CachedAccount | undefined) =>
  account !== undefined && account.standing !== "suspended";

const bytesOf = (account: CachedAccount) => account.head.length + account.tail.length + 400;

export function createAccountCache(db: Db, log: EventLog, stamps: Stamps, maxBytes: number): AccountCache {
  const cache = createLoadingCache<CachedAccount>({
    stamps,
    maxBytes,
    bytesOf,
    async load(ids) {
      return new Map((await loadAccounts(db, ids)).map((row) => [row.id, toCachedAccount(row)]));
    },
  });
  log.listen((event) => {
    if (events.accountChanged.is(event) || events.accountDeleted.is(event))
      cache.drop(event.payload.accountId);
    else if (mediaDescribed.is(event)) cache.drop(event.payload.ownerId);
  });
  return {
    ...cache,
    // A number that changes: a copy would stand still.
    get size() {
      return cache.size;
    },
    async get(id) {
      const account = await cache.get(id);
      return isThere(account) ? account : undefined;
    },
    async getMany(ids) {
      const found = await cache.getMany(ids);
      for (const [id, account] of found) if (!isThere(account)) found.delete(id);
      return found;
    },
  };
}
