import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { writePost } from "../../modules/posts/index.ts";
import type { DemoCommunity } from "../../demo/community.ts";
import { createProject } from "./create-project.ts";
import { type DemoProject, demoStacks } from "./demo-project.ts";
import { demoProjects } from "./demo-projects.ts";
import type { ProjectDeps } from "./deps.ts";
import { personStackChanged } from "./events.ts";
import { takeStack } from "./stack/stack.ts";
import { replaceStackOf } from "./stack/technology-queries.ts";

const dayMs = 24 * 60 * 60_000;
const hourMs = 60 * 60_000;

/** The same for every start, and different enough to look like people: from 0 up to, but without, 1. */
const spread = (place: number, of: number) => ((place * 7919 + of * 104_729) % 9973) / 9973;

/** How much of a stack somebody works with: those look first, and like it more often. */
const sharedBy = (handle: string, stack: readonly string[]) =>
  (demoStacks[handle] ?? []).filter((name) => stack.includes(name)).length;

interface Street extends DemoCommunity {
  /** When the newest post was written. */
  now: number;
  handles: readonly string[];
}

/** Puts the projects of the demo's people on the board, with what is written about them and what people do with them. */
export async function moveProjectsIn(deps: ProjectDeps, tx: Tx, community: DemoCommunity): Promise<void> {
  const { log } = deps;
  const street = {
    ...community,
    now: Math.max(...community.posts.map(({ at }) => at.getTime())),
    handles: [...community.people.keys()],
  };
  for (const [handle, names] of Object.entries(demoStacks)) {
    const accountId = street.people.get(handle)!;
    const stack = await takeStack(tx, "stack", names, accountId);
    await replaceStackOf(tx, accountId, stack);
    log.publish(tx, personStackChanged({ accountId, stack }));
  }
  const oldestFirst = [...demoProjects].sort((one, other) => other.daysAgo - one.daysAgo);
  for (const [place, project] of oldestFirst.entries()) await moveIn(deps, tx, project, place, street);
}

async function moveIn(
  deps: ProjectDeps,
  tx: Tx,
  project: DemoProject,
  place: number,
  { people, posts: spoken, now, handles }: Street,
): Promise<void> {
  const { posts, topics, log } = deps;
  const { by, pictures, daysAgo, views, liked, kept, comments, ...body } = project;
  const authorId = people.get(by)!;
  const at = new Date(now - daysAgo * dayMs);
  const own = spoken.filter((post) => post.by === by).flatMap((post) => post.pictures);
  const mediaIds = pictures.map((name) => String(own.find((picture) => picture.name === name)!.mediaId));
  const id = await createProject(deps, tx, authorId, { ...body, mediaIds }, at);

  const visitors = handles
    .filter((handle) => handle !== by)
    .map((handle, index) => ({
      handle,
      accountId: people.get(handle)!,
      luck: spread(place, index) - sharedBy(handle, project.stack) / 3,
    }))
    .sort((one, other) => one.luck - other.luck)
    .slice(0, views);
  await posts.viewAt(
    tx,
    id,
    visitors.map(({ handle }) => `demo:${handle}`),
  );
  const part = (share: number) => visitors.slice(0, Math.round(visitors.length * share));
  const after = (index: number, of: number) =>
    new Date(at.getTime() + ((now - at.getTime()) * (index + 1)) / (of + 1));
  const fans = part(liked);
  for (const [index, { accountId }] of fans.entries()) {
    const mark = { postId: id, authorId, accountId, at: after(index, fans.length) };
    await posts.markAt(tx, { table: "postLike", ...mark });
    if (index < visitors.length * kept) await posts.markAt(tx, { table: "bookmark", ...mark });
    if (index % 3 === 0) await topics.followAt(tx, accountId, id, mark.at);
  }
  const say = async (
    handle: string,
    text: string,
    when: Date,
    parent?: { id: Id; rootId: Id | null },
    about?: Id,
  ) => {
    const { value, event } = await writePost(tx, {
      authorId: people.get(handle)!,
      text,
      at: when,
      ...(parent && { parent }),
      ...(about !== undefined && { topics: [about] }),
    });
    log.wrote(tx, event);
    return value.id;
  };
  for (const entry of project.log)
    await say(by, entry.text, new Date(now - entry.daysAgo * dayMs), undefined, id);
  for (const [index, { by: handle, text, answers = [] }] of comments.entries()) {
    const when = after(index, comments.length);
    const comment = await say(handle, text, when, { id, rootId: null });
    for (const [later, answer] of answers.entries())
      await say(answer.by, answer.text, new Date(when.getTime() + (later + 1) * hourMs), {
        id: comment,
        rootId: id,
      });
  }
}
