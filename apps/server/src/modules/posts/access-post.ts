import type { Id } from "../../platform/database/tables.ts";
import { notFound, Problem } from "../../platform/http/problem.ts";
import { toId } from "../../platform/http/schemas.ts";
import type { CachedPost } from "./post-cache.ts";
import type { Presenter, Reader } from "./present.ts";

/** The post of a path. Throws the same 404 for one that the reader may not see as for one that never was. */
export async function getPost(presenter: Presenter, id: string, reader: Reader): Promise<CachedPost> {
  const post = await presenter.find(toId(id), reader);
  if (!post) throw notFound();
  return post;
}

/** As `getPost`, for what only its author may do: others who may see it get a 403. */
export async function getOwnPost(presenter: Presenter, id: string, accountId: Id): Promise<CachedPost> {
  const post = await getPost(presenter, id, await presenter.reader(accountId));
  if (post.authorId !== accountId) throw new Problem(403, "not-yours", "Only its author may do this.");
  return post;
}

/** A post that may be answered: the reader sees it and, as its own author too, the thread that it stands in. */
export async function getAnswerable(presenter: Presenter, id: string, reader: Reader): Promise<CachedPost> {
  const post = await getPost(presenter, id, reader);
  if (post.rootId !== null && !(await presenter.find(post.rootId, reader))) throw notFound();
  return post;
}
