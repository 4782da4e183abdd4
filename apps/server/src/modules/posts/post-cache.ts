import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id, PostKind, Visibility } from "../../platform/database/tables.ts";
import type { EventLog, LoggedEvent } from "../../platform/events/event-log.ts";
import { createLoadingCache, type LoadingCache } from "../../platform/cache/loading-cache.ts";
import type { Stamps } from "../../platform/cache/stamps.ts";
import { type JsonBytes, jsonBytes } from "../../platform/http/json-text.ts";
import { mediaDescribed } from "../../platform/media/media-events.ts";
import { type AccountCache, accountJson, type CachedAccount, toCachedAccount } from "../people/index.ts";
import * as events from "./events.ts";
import type { PostForms } from "./post-forms.ts";
import { type PostRow, selectPosts } from "./post-row-queries.ts";
import type { TopicKinds } from "./topic-kinds.ts";

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
  topics: Id[];
  counts: PostCounts;
  /** Up to and with `"author":`. */
  head: JsonBytes;
  /** From the text up to and with `"counts":`. */
  body: JsonBytes;
  /** The counts, up to and with `"viewer":`. */
  countsText: JsonBytes;
  /** Everything after `viewer`. */
  tail: JsonBytes;
  /** The whole JSON as most readers get it, made for this author's JSON when somebody wanted it; see `postBytes`. */
  common: { author: CachedAccount; bytes: JsonBytes } | undefined;
}

export const noCounts: PostCounts = { likes: 0, comments: 0, bookmarks: 0, views: 0 };

export type PostCache = LoadingCache<CachedPost>;

/** What posts are made of besides their rows. */
export interface PostSources {
  accounts: AccountCache;
  kinds: TopicKinds;
  forms: PostForms;
}

const { postCreated, postEdited, postDeleted, postHidden, postUnhidden } = events;
const ofPosts = [postCreated, postEdited, postDeleted, postHidden, postUnhidden];

/** The topics about which something else is written after an event than before it. */
function topicsTouched(event: LoggedEvent): readonly Id[] {
  if (!ofPosts.some((one) => one.is(event))) return [];
  const { topics = [], before } = event.payload as { topics?: Id[]; before?: { topics?: Id[] } };
  return [...topics, ...(before?.topics ?? [])];
}

const bytesOf = (post: CachedPost) => post.head.length + post.body.length + post.tail.length + 900;

/**
 * Posts with their authors, in one statement; hidden ones too, since who may see them is decided by the reader. The authors enter
 * their cache on the way.
 */
export async function loadPosts(
  db: Db | Tx,
  sources: PostSources,
  ids: Id[],
): Promise<{ posts: Map<Id, CachedPost>; authors: Map<Id, CachedAccount> }> {
  const { accounts, kinds, forms } = sources;
  const began = accounts.begin();
  try {
    const rows = await selectPosts(db, ids, accountJson("a"), kinds.all, forms.all);
    const authors = new Map<Id, CachedAccount>();
    const posts = new Map<Id, CachedPost>();
    for (const row of rows) {
      if (!authors.has(row.authorId)) authors.set(row.authorId, toCachedAccount(row.author));
      posts.set(row.id, toCachedPost(row, sources));
    }
    for (const [id, author] of authors) accounts.offer(began, id, author);
    return { posts, authors };
  } finally {
    accounts.end(began);
  }
}

export function toCachedPost(
  row: Omit<PostRow<unknown>, "author">,
  { kinds, forms }: Pick<PostSources, "kinds" | "forms">,
): CachedPost {
  const {
    id,
    kind,
    authorId,
    parentId,
    rootId,
    visibility,
    hidden,
    tags,
    topics,
    likes,
    comments,
    bookmarks,
    views,
  } = row;
  const body = jsonBytes({ text: row.text, html: row.html, tags, media: row.media ?? [] });
  const form = forms.of(kind);
  const tail = jsonBytes({
    parentId: parentId === null ? null : String(parentId),
    rootId: rootId === null ? null : String(rootId),
    ...kinds.lists(row.topicItems),
    ...(form && { [form.kind]: row.form }),
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
    topics,
    ...countsOf({ likes, comments, bookmarks, views }),
    head: `{"id":"${id}","kind":"${kind}","author":` as JsonBytes,
    body: `,${body.slice(1, -1)},"counts":` as JsonBytes,
    tail: `,${tail.slice(1)}` as JsonBytes,
  };
}

/** Counts as a cached post has them: `{ ...post, ...countsOf(now) }`. */
export function countsOf(counts: PostCounts): Pick<CachedPost, "counts" | "countsText" | "common"> {
  const { likes, comments, bookmarks, views } = counts;
  const text = `{"likes":${likes},"comments":${comments},"bookmarks":${bookmarks},"views":${views}},"viewer":`;
  return { counts, countsText: text as JsonBytes, common: undefined };
}

export function createPostCache(
  db: Db,
  log: EventLog,
  sources: PostSources,
  stamps: Stamps,
  maxBytes: number,
): PostCache {
  const cache = createLoadingCache<CachedPost>({
    stamps,
    maxBytes,
    bytesOf,
    load: async (ids) => (await loadPosts(db, sources, ids)).posts,
  });
  log.listen((event) => {
    // A topic may be a post itself, which shows what is written about it, and which posts about it show.
    for (const topicId of topicsTouched(event)) cache.drop(topicId);
    if (
      events.postEdited.is(event) ||
      events.postDeleted.is(event) ||
      events.postHidden.is(event) ||
      events.postUnhidden.is(event)
    ) {
      const { postId, kind } = event.payload;
      cache.drop(postId);
      if (sources.forms.of(kind)) cache.dropWhere((post) => post.topics.includes(postId));
    } else if (mediaDescribed.is(event)) {
      for (const postId of event.payload.postIds) cache.drop(postId);
    } else if (events.topicChanged.is(event) || events.topicDeleted.is(event)) {
      const { topicId } = event.payload;
      cache.dropWhere((post) => post.topics.includes(topicId));
    }
  });
  return cache;
}
