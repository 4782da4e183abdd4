import type { FastifyReply } from "fastify";

/** Answers JSON that is text already. The schema of the route documents it, but does not write it again. */
export function sendJson(reply: FastifyReply, text: string, status = 200): FastifyReply {
  return reply.code(status).type("application/json; charset=utf-8").send(text);
}

/** A page as JSON, of items that are JSON already. */
export function pageText(items: readonly string[], nextCursor: string | null): string {
  return `{"items":[${items.join(",")}],"nextCursor":${JSON.stringify(nextCursor)}}`;
}
