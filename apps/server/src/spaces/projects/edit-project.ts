import type { Id } from "../../platform/database/tables.ts";
import { notFound } from "../../platform/http/problem.ts";
import { toMediaIds } from "../../modules/posts/index.ts";
import type { ProjectDeps } from "./deps.ts";
import { projectChanged } from "./events.ts";
import { readProject } from "./project-body.ts";
import { lockProject, updateProject } from "./project-queries.ts";
import { rankProjects } from "./rank-queries.ts";
import type { EditProjectBody } from "./schemas.ts";
import { wordsOf } from "./search-words.ts";
import { takeStack } from "./stack/stack.ts";

/** Changes what is given of a project of one's own, in one transaction with its post. What changes nothing announces nothing. */
export async function editProject(
  { log, posts }: ProjectDeps,
  id: Id,
  authorId: Id,
  body: EditProjectBody,
): Promise<void> {
  const fields = readProject(body);
  const mediaIds = body.mediaIds && toMediaIds(body.mediaIds);
  await log.commit(async (tx) => {
    // Post before project, as where a post goes and takes its project with it.
    const isOwn = await posts.lock(tx, id, authorId);
    const before = isOwn ? await lockProject(tx, id, authorId) : undefined;
    if (!before) throw notFound();
    const stack = body.stack ? await takeStack(tx, "stack", body.stack, authorId) : before.stack;
    const after = { ...before, ...fields, stack };
    const isChanged = JSON.stringify(after) !== JSON.stringify(before);
    const words = await wordsOf(tx, after);
    if (isChanged) await updateProject(tx, id, { ...after, ...words.board });
    const isEdited = await posts.edit(tx, id, authorId, {
      text: body.text,
      mediaIds,
      visibility: body.visibility,
      words: words.post,
      isTouched: isChanged,
    });
    if (!isEdited) return;
    await rankProjects(tx, [id]);
    log.publish(tx, projectChanged({ projectId: id, authorId, stack, before: before.stack }));
  });
}
