import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id, PostKind, Visibility } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { createLoadingCache, type LoadingCache } from "../../platform/cache/loading-cache.ts";
import { type JsonBytes, jsonBytes } from "../../platform/http/json-text.ts";
import type { Media } from "../../platform/media/media-schema.ts";
import { mediaDescribed } from "../../platform/media/media-events.ts";
import { mediaJson } from "../../platform/media/media-json.ts";
import {
  type AccountCache,
  accountJson,
  type AccountJsonRow,
  type CachedAccount,
  toCachedAccount,
} from "../people/index.ts";
import * as events from "./events.ts";

export interface PostCounts {
  likes: number;
  comments: number;
  bookmarks: number;
  views: number;
}

/** A post as it is in memory: what decides who may see it, and its JSON in the pieces between what differs for each viewer. */
export interface CachedPost {
  id: Id;
  kind: PostKind;
  authorId: Id;
  parentId: Id | null;
  rootId: Id | null;
  visibility: Visibility;
  hidden: boolean;
  tags: string[];
  counts: PostCounts;
  /** Up to and with `"author":`. */
  head: JsonBytes;
  /** From the text up to and with `"counts":`. */
  body: JsonBytes;
  /** Everything after `viewer`. */
  tail: JsonBytes;
}

interface PostRow {
  id: Id;
  kind: PostKind;
  authorId: Id;
  text: string;
  html: string;
  parentId: Id | null;
  rootId: Id | null;
  visibility: Visibility;
  hidden: boolean;
  tags: string[];
  createdAt: Date;
  editedAt: Date | null;
  media: Media[] | null;
  likes: number;
  comments: number;
  bookmarks: number;
  views: number;
  author: AccountJsonRow;
}

export type PostCache = LoadingCache<CachedPost>;

const bytesOf = (post: CachedPost) => post.head.length + post.body.length + post.tail.length + 500;

/** Posts with their authors, in one statement; hidden ones too, since who may see them is decided by the reader. */
export async function loadPosts(
  db: Db | Tx,
  ids: Id[],
): Promise<{ posts: Map<Id, CachedPost>; authors: Map<Id, CachedAccount> }> {
  const { rows } = await sql<PostRow>`
    select p.id, p.kind, p.author_id, p.text, p.html, p.parent_id, p.root_id, p.visibility, p.hidden_at is not null as hidden,
      p.tags, p.created_at, p.edited_at,
      (select json_agg(${mediaJson("m")} order by pm.position)
        from post_media pm join media m on m.id = pm.media_id where pm.post_id = p.id) as media,
      coalesce(s.likes, 0) as likes, coalesce(s.comments, 0) as comments, coalesce(s.bookmarks, 0) as bookmarks, coalesce(s.views, 0) as views,
      ${accountJson("a")} as author
    from post p
    join account a on a.id = p.author_id
    left join post_stats s on s.post_id = p.id
    where p.id = any(${ids}::bigint[])
  `.execute(db);
  const authors = new Map<Id, CachedAccount>();
  const posts = new Map<Id, CachedPost>();
  for (const row of rows) {
    if (!authors.has(row.authorId)) authors.set(row.authorId, toCachedAccount(row.author));
    posts.set(row.id, toCachedPost(row));
  }
  return { posts, authors };
}

function toCachedPost(row: PostRow): CachedPost {
  const {
    id,
    kind,
    authorId,
    parentId,
    rootId,
    visibility,
    hidden,
    tags,
    likes,
    comments,
    bookmarks,
    views,
  } = row;
  const body = jsonBytes({ text: row.text, html: row.html, tags, media: row.media ?? [] });
  const tail = jsonBytes({
    parentId: parentId === null ? null : String(parentId),
    rootId: rootId === null ? null : String(rootId),
    cats: [],
    visibility,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
  });
  return {
    id,
    kind,
    authorId,
    parentId,
    rootId,
    visibility,
    hidden,
    tags,
    counts: { likes, comments, bookmarks, views },
    head: `{"id":"${id}","kind":"${kind}","author":` as JsonBytes,
    body: `,${body.slice(1, -1)},"counts":` as JsonBytes,
    tail: `,${tail.slice(1)}` as JsonBytes,
  };
}

export function createPostCache(db: Db, log: EventLog, accounts: AccountCache, maxBytes: number): PostCache {
  const cache = createLoadingCache<CachedPost>({
    maxBytes,
    bytesOf,
    async load(ids) {
      const began = accounts.begin();
      try {
        const { posts, authors } = await loadPosts(db, ids);
        for (const [id, author] of authors) accounts.offer(began, id, author);
        return posts;
      } finally {
        accounts.end(began);
      }
    },
  });
  log.listen((event) => {
    if (
      events.postEdited.is(event) ||
      events.postDeleted.is(event) ||
      events.postHidden.is(event) ||
      events.postUnhidden.is(event)
    ) {
      cache.drop(event.payload.postId);
    } else if (mediaDescribed.is(event)) {
      for (const postId of event.payload.postIds) cache.drop(postId);
    }
  });
  return cache;
}
