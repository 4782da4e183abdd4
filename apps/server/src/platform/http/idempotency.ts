import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Tx } from "../database/database.ts";
import type { EventLog } from "../events/event-log.ts";
import { sendJson } from "./json-text.ts";
import { Problem } from "./problem.ts";
import { memberOf } from "./route.ts";

export interface Created {
  status: number;
  /** The body, as JSON already. */
  json: string;
}

/**
 * Runs a write that creates something. With an `Idempotency-Key`, the key is kept in the transaction of the write itself: a
 * second request with the same key waits for the first, then gets its answer; with another body it is refused with 422.
 * `content` stands for the body where that is not JSON.
 */
export async function createOnce(
  log: EventLog,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (tx: Tx) => Promise<Created>,
  content: unknown = request.body,
): Promise<FastifyReply> {
  const key = keyOf(request);
  const answer = await log.commit(async (tx) => {
    if (key === undefined) return work(tx);
    const accountId = memberOf(request);
    const requestHash = createHash("sha256")
      .update(`${request.method} ${request.url}\0${JSON.stringify(content ?? null)}`)
      .digest();
    const isNew = await tx
      .insertInto("idempotencyKey")
      .values({ accountId, key, requestHash })
      .onConflict((conflict) => conflict.doNothing())
      .returning("key")
      .executeTakeFirst();
    if (!isNew) {
      const kept = await tx
        .selectFrom("idempotencyKey")
        .select(["requestHash", "status", "body"])
        .where("accountId", "=", accountId)
        .where("key", "=", key)
        .executeTakeFirstOrThrow();
      if (!kept.requestHash.equals(requestHash)) {
        throw new Problem(
          422,
          "idempotency-key-reused",
          "This Idempotency-Key was used for another request.",
        );
      }
      return { status: kept.status!, json: JSON.stringify(kept.body) };
    }
    const created = await work(tx);
    await tx
      .updateTable("idempotencyKey")
      .set({ status: created.status, body: created.json })
      .where("accountId", "=", accountId)
      .where("key", "=", key)
      .execute();
    return created;
  });
  return sendJson(reply, answer.json, answer.status);
}

export const hasKey = (request: FastifyRequest): boolean => request.headers["idempotency-key"] !== undefined;

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers["idempotency-key"];
  if (key === undefined) return undefined;
  if (typeof key !== "string" || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new Problem(
      400,
      "invalid-idempotency-key",
      "An Idempotency-Key has 1 to 200 visible ASCII characters.",
    );
  }
  return key;
}
