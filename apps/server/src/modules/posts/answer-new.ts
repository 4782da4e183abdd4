import type { FastifyReply, FastifyRequest } from "fastify";
import type { Db, Tx } from "../../platform/database/database.ts";
import { createOnce, hasKey } from "../../platform/http/idempotency.ts";
import { sendJson } from "../../platform/http/json-text.ts";
import { type Draft, writePost } from "./create-post.ts";
import type { PostDeps } from "./deps.ts";
import { showNew } from "./show-post.ts";

const status = 201;

/** Writes a post or a comment and answers with it. */
export async function answerNew(
  { log, people }: PostDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  draft: Draft,
): Promise<FastifyReply> {
  const write = async (db: Db | Tx) => {
    const { value, event } = await writePost(db, draft);
    return { value: await showNew(db, people.accounts, value), event };
  };
  // Nearly every post: one statement has it all.
  if (!hasKey(request) && draft.mediaIds?.length === 0)
    return sendJson(reply, await log.commitOne(write), status);
  return createOnce(log, request, reply, async (tx) => {
    const { value, event } = await write(tx);
    log.wrote(tx, event);
    return { status, json: value };
  });
}
