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

type Deps = Pick<PostDeps, "cursors" | "presenter">;

/** Answers a page of a list of posts, without those that the reader may not see or that `keep` leaves out. */
export async function sendPosts(
  deps: Deps,
  reply: FastifyReply,
  reader: Reader,
  asked: PageAsked,
  list: (limit: number, position: Id | undefined) => Promise<Entry[]>,
  keep?: (post: CachedPost) => boolean,
): Promise<FastifyReply> {
  return sendPostsFrom(deps, reply, reader, asked, Number, list, keep);
}

/** As `sendPosts`, for a list that is not ordered by ids: `read` makes a position of what a cursor says. */
export async function sendPostsFrom<Position extends string | number>(
  { cursors, presenter }: Deps,
  reply: FastifyReply,
  reader: Reader,
  { name, limit = 20, cursor }: PageAsked,
  read: (text: string) => Position,
  list: (limit: number, position: Position | undefined) => Promise<{ id: Id; position: Position }[]>,
  keep?: (post: CachedPost) => boolean,
): Promise<FastifyReply> {
  const opened = cursors.open(name, cursor);
  const start = opened === undefined ? undefined : read(opened);
  const page = await fillPage(limit, start, list, (ids) => presenter.visible(ids, reader, keep));
  const texts = await presenter.texts(page.shown, reader);
  return sendJson(reply, pageText(texts, page.next === null ? null : cursors.seal(name, page.next)));
}
