import type { FastifyReply, FastifyRequest } from "fastify";
import type { Db, Tx } from "../../platform/database/database.ts";
import { createOnce, hasKey } from "../../platform/http/idempotency.ts";
import { sendJson } from "../../platform/http/json-text.ts";
import { type Draft, type FindHandles, writePost } from "./create-post.ts";
import type { PostDeps } from "./deps.ts";
import { showNew } from "./show-post.ts";
import { isTopicGone, type NamedTopics } from "./topic-kinds.ts";

const status = 201;

/** Writes a post or a comment and answers with it. */
export async function answerNew(
  { log, people, posts, handles, kinds, forms }: PostDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  draft: Draft,
  named: NamedTopics = new Map(),
): Promise<FastifyReply> {
  const sources = { accounts: people.accounts, kinds, forms };
  const write = async (db: Db | Tx, find?: FindHandles) => {
    const topics = await kinds.allow(db, draft.authorId, named);
    const { value, event } = await writePost(db, { ...draft, topics }, find).catch((error: unknown) => {
      throw isTopicGone(error) ? kinds.unknown(named) : error;
    });
    return { value: await showNew(db, sources, value), event };
  };
  if (hasKey(request) || draft.mediaIds?.length !== 0)
    return createOnce(log, request, reply, async (tx) => {
      const { value, event } = await write(tx);
      log.wrote(tx, event);
      return { status, json: value.json };
    });
  // Nearly every post: one statement has it all, and whoever is told of it finds it in memory.
  const began = posts.begin();
  try {
    const { post, json } = await log.commitOne((db) => handles.use((find) => write(db, find)));
    // A comment may go with a thread whose end is heard a moment later than that of the thread's author.
    if (post.parentId === null) posts.offer(began, post.id, post);
    return sendJson(reply, json, status);
  } finally {
    posts.end(began);
  }
}
