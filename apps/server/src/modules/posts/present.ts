import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { type PartHandle, type ViewerParts } from "../../platform/viewers/viewer-parts.ts";
import {
  type AccountCache,
  type CachedAccount,
  type Relations,
  type RelationsHandle,
  accountBytes,
} from "../people/index.ts";
import { type JsonBytes, textOf } from "../../platform/http/json-text.ts";
import { isBookmarked, isLiked, type Marks } from "./marks.ts";
import type { CachedPost, PostCache } from "./post-cache.ts";
import { maySee } from "./visibility.ts";

/** The person who reads, with what is needed to show posts to them; null: someone signed out. */
export type Reader = { relations: Relations; marks: Marks } | null;

export interface Presenter {
  /** What is known about the person asking; null when signed out. */
  reader(accountId: Id | null): Promise<Reader>;
  /** Those of the posts that the reader may see, in the order given. `keep` may leave out more; ids that have no post go to `gone`. */
  visible(
    ids: readonly Id[],
    reader: Reader,
    keep?: (post: CachedPost) => boolean,
    gone?: Id[],
  ): Promise<CachedPost[]>;
  /** The post if the reader may see it. */
  find(id: Id, reader: Reader): Promise<CachedPost | undefined>;
  /** The JSON of each post. Posts have to come from `visible` or `find`. */
  texts(posts: readonly CachedPost[], reader: Reader): Promise<string[]>;
  /** As `texts`, for `sendPage`. */
  bytes(posts: readonly CachedPost[], reader: Reader): Promise<JsonBytes[]>;
}

export interface PresenterDeps {
  db: Db;
  viewers: ViewerParts;
  relations: RelationsHandle;
  marks: PartHandle<Marks>;
  accounts: AccountCache;
  posts: PostCache;
}

export function createPresenter({
  db,
  viewers,
  relations,
  marks,
  accounts,
  posts,
}: PresenterDeps): Presenter {
  async function authorsOf(found: Iterable<CachedPost>): Promise<Map<Id, CachedAccount>> {
    return accounts.getMany(Array.from(found, (post) => post.authorId));
  }

  async function visible(
    ids: readonly Id[],
    reader: Reader,
    keep: (post: CachedPost) => boolean = () => true,
    gone?: Id[],
  ): Promise<CachedPost[]> {
    const viewer = reader?.relations ?? null;
    const found = await posts.getMany(ids);
    if (gone && found.size < ids.length) gone.push(...ids.filter((id) => !found.has(id)));
    const rootIds = [...found.values()].map((post) => post.rootId).filter((id) => id !== null);
    const roots = rootIds.length > 0 ? await posts.getMany([...new Set(rootIds)]) : new Map<Id, CachedPost>();
    const authors = await authorsOf([...found.values(), ...roots.values()]);
    const isVisible = (post: CachedPost) => {
      const author = authors.get(post.authorId);
      return author !== undefined && maySee(post, author, viewer);
    };
    return ids
      .map((id) => found.get(id))
      .filter((post) => post !== undefined)
      .filter((post) => {
        if (!isVisible(post) || !keep(post)) return false;
        if (post.rootId === null || viewer?.accountId === post.authorId) return true;
        const root = roots.get(post.rootId);
        return root !== undefined && isVisible(root);
      });
  }

  /** The few marks that memory does not cover: old posts of people with thousands of likes. */
  async function oldMarks(
    shown: readonly CachedPost[],
    { relations: { accountId }, marks }: NonNullable<Reader>,
  ) {
    const ids = shown
      .map((post) => post.id)
      .filter((id) => isLiked(marks, id) === undefined || isBookmarked(marks, id) === undefined);
    if (ids.length === 0) return undefined;
    const [liked, bookmarked] = await Promise.all([
      db
        .selectFrom("postLike")
        .select("postId")
        .where("accountId", "=", accountId)
        .where("postId", "in", ids)
        .execute(),
      db
        .selectFrom("bookmark")
        .select("postId")
        .where("accountId", "=", accountId)
        .where("postId", "in", ids)
        .execute(),
    ]);
    return {
      liked: new Set(liked.map((row) => row.postId)),
      bookmarked: new Set(bookmarked.map((row) => row.postId)),
    };
  }

  async function bytes(shown: readonly CachedPost[], reader: Reader): Promise<JsonBytes[]> {
    const authors = shown.map((post) => accounts.peek(post.authorId));
    const evicted = authors.every((author) => author !== undefined) ? undefined : await authorsOf(shown);
    const old = reader ? await oldMarks(shown, reader) : undefined;
    return shown.flatMap((post, index) => {
      const author = authors[index] ?? evicted?.get(post.authorId);
      // Deleted since the post was looked up.
      if (!author) return [];
      const liked = reader ? (isLiked(reader.marks, post.id) ?? old!.liked.has(post.id)) : false;
      const bookmarked = reader
        ? (isBookmarked(reader.marks, post.id) ?? old!.bookmarked.has(post.id))
        : false;
      return [postBytes(post, author, reader?.relations ?? null, reader && { liked, bookmarked })];
    });
  }

  return {
    visible,
    async reader(accountId) {
      if (accountId === null) return null;
      const [theirRelations, theirMarks] = await viewers.get(accountId, [relations, marks]);
      return { relations: theirRelations, marks: theirMarks };
    },
    find: async (id, reader) => (await visible([id], reader))[0],
    bytes,
    texts: async (shown, reader) => (await bytes(shown, reader)).map(textOf),
  };
}

/** The JSON of a post for one reader. `marks` is null for someone signed out. */
export function postBytes(
  post: CachedPost,
  author: CachedAccount,
  relations: Relations | null,
  marks: { liked: boolean; bookmarked: boolean } | null,
): JsonBytes {
  const { likes, comments, bookmarks, views } = post.counts;
  return (post.head +
    accountBytes(author, relations) +
    post.body +
    `{"likes":${likes},"comments":${comments},"bookmarks":${bookmarks},"views":${views}},"viewer":` +
    (marks ? `{"liked":${marks.liked},"bookmarked":${marks.bookmarked},"hidden":${post.hidden}}` : "null") +
    post.tail) as JsonBytes;
}
