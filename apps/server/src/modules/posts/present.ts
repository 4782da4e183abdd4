import type { LoadingCache } from "../../platform/cache/loading-cache.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { type PartHandle, type ViewerParts } from "../../platform/viewers/viewer-parts.ts";
import type { AccountCache, Relations, RelationsHandle } from "../people/index.ts";
import { type JsonBytes, textOf } from "../../platform/http/json-text.ts";
import { isBookmarked, isLiked, type Marks } from "./marks.ts";
import { postBytes } from "./post-bytes.ts";
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
  /**
   * From memory, at once: the post's JSON; null when it is not for the reader; undefined when the database has to be asked. The ids
   * of what was looked at go to `seen`.
   */
  peek(
    id: Id,
    reader: NonNullable<Reader>,
    keep: (post: CachedPost) => boolean,
    seen: Id[],
  ): JsonBytes | null | undefined;
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
  /** Those that are in memory at once, the others in one statement. */
  async function lookUp<V extends object>(
    cache: LoadingCache<V>,
    ids: readonly Id[],
  ): Promise<(V | undefined)[]> {
    const found = ids.map((id) => cache.peek(id));
    if (!found.includes(undefined)) return found;
    const loaded = await cache.getMany(ids.filter((_, index) => !found[index]));
    return found.map((value, index) => value ?? loaded.get(ids[index]!));
  }

  async function visible(
    ids: readonly Id[],
    reader: Reader,
    keep: (post: CachedPost) => boolean = () => true,
    gone?: Id[],
  ): Promise<CachedPost[]> {
    const viewer = reader?.relations ?? null;
    const found = await lookUp(posts, ids);
    gone?.push(...ids.filter((_, index) => !found[index]));
    const shown = found.filter((post) => post !== undefined);
    const authors = await lookUp(
      accounts,
      shown.map((post) => post.authorId),
    );
    const allowed = shown.filter((post, index) => {
      const author = authors[index];
      return author !== undefined && maySee(post, author, viewer) && keep(post);
    });
    const inThread = (post: CachedPost) => post.rootId !== null && viewer?.accountId !== post.authorId;
    if (!allowed.some(inThread)) return allowed;
    const roots = new Set(
      (
        await visible([...new Set(allowed.flatMap((post) => (inThread(post) ? [post.rootId!] : [])))], reader)
      ).map((root) => root.id),
    );
    return allowed.filter((post) => !inThread(post) || roots.has(post.rootId!));
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
    const authors = await lookUp(
      accounts,
      shown.map((post) => post.authorId),
    );
    const old = reader ? await oldMarks(shown, reader) : undefined;
    return shown.flatMap((post, index) => {
      const author = authors[index];
      // Deleted since the post was looked up.
      if (!author) return [];
      const liked = reader ? (isLiked(reader.marks, post.id) ?? old!.liked.has(post.id)) : false;
      const bookmarked = reader
        ? (isBookmarked(reader.marks, post.id) ?? old!.bookmarked.has(post.id))
        : false;
      return [postBytes(post, author, reader?.relations ?? null, reader && { liked, bookmarked })];
    });
  }

  function peek(
    id: Id,
    { relations: theirs, marks: marked }: NonNullable<Reader>,
    keep: (post: CachedPost) => boolean,
    seen: Id[],
  ): JsonBytes | null | undefined {
    const post = posts.peek(id);
    const author = post && accounts.peek(post.authorId);
    if (!author) return undefined;
    seen.push(id, post.authorId);
    if (!maySee(post, author, theirs) || !keep(post)) return null;
    // Whether an answer may be seen depends on the post it answers.
    if (post.rootId !== null) return undefined;
    const liked = isLiked(marked, id);
    const bookmarked = isBookmarked(marked, id);
    if (liked === undefined || bookmarked === undefined) return undefined;
    return postBytes(post, author, theirs, { liked, bookmarked });
  }

  return {
    visible,
    peek,
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
