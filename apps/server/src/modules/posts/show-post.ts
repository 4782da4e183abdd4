import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { textOf } from "../../platform/http/json-text.ts";
import { notFound } from "../../platform/http/problem.ts";
import type { CachedAccount } from "../people/index.ts";
import type { WrittenPost } from "./create-post.ts";
import { type CachedPost, loadPosts, noCounts, type PostSources, toCachedPost } from "./post-cache.ts";
import { postBytes } from "./post-bytes.ts";
import type { Presenter } from "./present.ts";

const unmarked = { liked: false, bookmarked: false };

/** A post that was just written, and its JSON as its author gets it in answer; what memory lacks is read. */
export async function showNew(
  db: Db | Tx,
  sources: PostSources,
  written: WrittenPost,
): Promise<{ post: CachedPost; json: string }> {
  const author = sources.accounts.peek(written.authorId);
  if (
    author &&
    written.mediaIds.length === 0 &&
    written.topics.length === 0 &&
    !sources.forms.of(written.kind)
  ) {
    const row = {
      ...written,
      hidden: false,
      editedAt: null,
      media: null,
      topicItems: null,
      form: null,
      ...noCounts,
    };
    return show(toCachedPost(row, sources), author);
  }
  return readNew(db, sources, written.id);
}

const show = (post: CachedPost, author: CachedAccount) => ({
  post,
  json: textOf(postBytes(post, author, null, unmarked)),
});

/** As `showNew`, read from the database. */
export async function readNew(
  db: Db | Tx,
  sources: PostSources,
  id: Id,
): Promise<{ post: CachedPost; json: string }> {
  const { posts, authors } = await loadPosts(db, sources, [id]);
  const post = posts.get(id)!;
  return show(post, authors.get(post.authorId)!);
}

/** The JSON of a post for somebody, after a change. */
export async function showOne(presenter: Presenter, id: Id, accountId: Id): Promise<string> {
  const reader = await presenter.reader(accountId);
  const post = await presenter.find(id, reader);
  if (!post) throw notFound();
  return (await presenter.texts([post], reader))[0]!;
}
