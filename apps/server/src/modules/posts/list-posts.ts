import type { FastifyReply } from "fastify";
import type { Id } from "../../platform/database/tables.ts";
import { pageText, sendJson } from "../../platform/http/json-text.ts";
import type { PostDeps } from "./deps.ts";
import { fillPage } from "./fill-page.ts";
import type { Entry } from "./list-queries.ts";
import type { CachedPost } from "./post-cache.ts";
import type { Reader } from "./present.ts";

export interface PageAsked {
  /** The list's name: its cursors are good for it alone. */
  name: string;
  limit?: number | undefined;
  cursor?: string | undefined;
}

/** Answers a page of a list of posts, without those that the reader may not see or that `keep` leaves out. */
export async function sendPosts(
  { cursors, presenter }: Pick<PostDeps, "cursors" | "presenter">,
  reply: FastifyReply,
  reader: Reader,
  { name, limit = 20, cursor }: PageAsked,
  list: (limit: number, position: Id | undefined) => Promise<Entry[]>,
  keep?: (post: CachedPost) => boolean,
): Promise<FastifyReply> {
  const start = cursors.openId(name, cursor);
  const page = await fillPage(limit, start, list, (ids) => presenter.visible(ids, reader, keep));
  const texts = await presenter.texts(page.shown, reader);
  return sendJson(reply, pageText(texts, page.next === null ? null : cursors.seal(name, page.next)));
}
