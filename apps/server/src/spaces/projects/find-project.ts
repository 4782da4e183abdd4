import type { Id } from "../../platform/database/tables.ts";
import { notFound, Problem } from "../../platform/http/problem.ts";
import { toId } from "../../platform/http/schemas.ts";
import type { CachedPost, Reader } from "../../modules/posts/index.ts";
import type { ProjectDeps } from "./deps.ts";

/** The project of a path. Throws the same 404 for one that the reader may not see, for another post, and for one that never was. */
export async function getProject(
  { posts }: Pick<ProjectDeps, "posts">,
  id: string,
  reader: Reader,
): Promise<CachedPost> {
  const post = await posts.presenter.find(toId(id), reader);
  if (post?.kind !== "project") throw notFound();
  return post;
}

/** As `getProject`, for what only its maker may do: others who may see it get a 403. */
export async function getOwnProject(deps: ProjectDeps, id: string, accountId: Id): Promise<CachedPost> {
  const post = await getProject(deps, id, await deps.posts.presenter.reader(accountId));
  if (post.authorId !== accountId) throw new Problem(403, "not-yours", "Only its maker may do this.");
  return post;
}
