import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { toMediaIds, writePost } from "../../modules/posts/index.ts";
import type { ProjectDeps } from "./deps.ts";
import { projectChanged } from "./events.ts";
import { readProject } from "./project-body.ts";
import { insertProject, replacePictures } from "./project-queries.ts";
import { rankProjects } from "./rank-queries.ts";
import type { NewProjectBody } from "./schemas.ts";
import { wordsOf } from "./search-words.ts";
import { takeStack } from "./stack/stack.ts";
import { writeProjectText } from "./text/project-text.ts";

/** Puts a project on the board: the post, the topic that people follow, and the row, all under one id. Answers the id. */
export async function createProject(
  { log, topics }: Pick<ProjectDeps, "log" | "topics">,
  tx: Tx,
  authorId: Id,
  body: NewProjectBody,
  at?: Date,
): Promise<Id> {
  const fields = readProject(body);
  const { title = "", summary = "", repoUrl = null, demoUrl = null, isOpenToChat = true } = fields;
  const stack = await takeStack(tx, "stack", body.stack, authorId);
  const words = await wordsOf(tx, { title, summary, stack });
  const written = await writeProjectText(tx, authorId, body.text);
  const { value: post, event } = await writePost(tx, {
    kind: "project",
    authorId,
    text: written,
    words: words.post,
    mediaIds: toMediaIds(body.mediaIds),
    visibility: body.visibility ?? "public",
    ...(at && { at }),
  });
  log.wrote(tx, event);
  await topics.create(tx, "projects", { id: post.id });
  const row = { authorId, title, summary, repoUrl, demoUrl, stack, isOpenToChat };
  await insertProject(tx, post.id, { ...row, ...words.board });
  await replacePictures(tx, post.id, written.pictureIds);
  // On the board at once; the rest of its rank follows from what people do.
  await rankProjects(tx, [post.id]);
  log.publish(tx, projectChanged({ projectId: post.id, authorId, stack, before: [] }));
  return post.id;
}
