import type { FastifyReply } from "fastify";
import type { Static } from "typebox";
import type { Id } from "../../platform/database/tables.ts";
import { pageText, sendJson } from "../../platform/http/json-text.ts";
import { sendPostsFrom } from "../../modules/posts/index.ts";
import { nameQuery } from "../../modules/search/index.ts";
import { type BoardEntry, type BoardFilter, listBoard } from "./board-queries.ts";
import type { ProjectDeps } from "./deps.ts";
import type { BoardQuery } from "./schemas.ts";
import { findStack } from "./stack/stack.ts";

type Asked = Static<typeof BoardQuery>;

/** `value:id`, where the value may have a point and an exponent. */
function readPosition(text: string): BoardEntry {
  const at = text.lastIndexOf(":");
  return { value: text.slice(0, at), id: Number(text.slice(at + 1)) };
}

/** What to look for; undefined when nothing can be found. */
async function readFilter(
  { findKeys }: ProjectDeps,
  { stack = "", match = "any", q = "" }: Asked,
): Promise<BoardFilter | undefined> {
  const names = stack.split(",").filter((name) => name.trim() !== "");
  const found = await findStack(findKeys, "stack", names);
  const ids = found.filter((id) => id !== undefined);
  if (names.length > 0 && (match === "all" ? ids.length < found.length : ids.length === 0)) return undefined;
  const words = q.trim() === "" ? undefined : nameQuery(q);
  if (q.trim() !== "" && !words) return undefined;
  return { stack: ids.length > 0 ? { ids, match } : undefined, words };
}

/** Answers a page of the board. */
export async function sendBoard(
  deps: ProjectDeps,
  reply: FastifyReply,
  accountId: Id | null,
  asked: Asked,
): Promise<FastifyReply> {
  const { db, posts, cursors } = deps;
  const { sort = "latest", limit, cursor } = asked;
  const filter = await readFilter(deps, asked);
  if (!filter) return sendJson(reply, pageText([], null));
  const reader = await posts.presenter.reader(accountId);
  const makers = reader ? [reader.relations.accountId, ...reader.relations.following] : [];
  const name = `board:${sort}:${JSON.stringify(filter)}`;
  return sendPostsFrom(
    { cursors, presenter: posts.presenter },
    reply,
    reader,
    { name, limit, cursor },
    String,
    async (count, position) => {
      const after = position === undefined ? undefined : readPosition(position);
      const rows = await listBoard(db, filter, makers, sort, count, after);
      return rows.map(({ id, value }) => ({ id, position: `${value}:${id}` }));
    },
  );
}
