import { createECDH } from "node:crypto";
import { Type } from "typebox";
import { invalid } from "../http/problem.ts";
import { type App, memberOf } from "../http/route.ts";
import type { Platform } from "../platform.ts";
import type { Push } from "./push.ts";
import { deleteSubscription, putSubscription } from "./queries.ts";

const tags = ["notifications"];
const done = { 204: Type.Null({ description: "Done." }) };
const closed = { additionalProperties: false };
const Endpoint = Type.String({ minLength: 1, maxLength: 1000 });
const SubscriptionBody = Type.Object(
  {
    endpoint: Endpoint,
    keys: Type.Object(
      {
        p256dh: Type.String({ pattern: "^[A-Za-z0-9_-]{87}=?$" }),
        auth: Type.String({ pattern: "^[A-Za-z0-9_-]{22}(==)?$" }),
      },
      closed,
    ),
  },
  closed,
);

/** A person has this many browsers at the most; one more ends the oldest. */
const mostBrowsers = 20;

/** Throws a 422 for a key that is no point of the curve: nothing could be encrypted for it. */
function requireKey(p256dh: string): void {
  const own = createECDH("prime256v1");
  own.generateKeys();
  try {
    own.computeSecret(Buffer.from(p256dh, "base64url"));
  } catch {
    throw invalid("keys.p256dh", "is not a key");
  }
}

export async function pushRoutes(
  app: App,
  { db, log }: Pick<Platform, "db" | "log">,
  push: Push,
): Promise<void> {
  app.get(
    "/api/v1/push/key",
    {
      config: { policy: "public" },
      schema: {
        operationId: "getPushKey",
        description: "The site's public key (VAPID), for `pushManager.subscribe`.",
        tags,
        response: { 200: Type.Object({ key: Type.String({ description: "base64url" }) }) },
      },
    },
    async () => ({ key: push.publicKey }),
  );

  app.put(
    "/api/v1/push/subscription",
    {
      config: { policy: "member", limit: "follow" },
      schema: {
        operationId: "subscribePush",
        description:
          "Tells this browser of notifications, until it is signed out. Doing it again changes nothing.",
        tags,
        body: SubscriptionBody,
        response: done,
      },
    },
    async (request, reply) => {
      const { endpoint, keys } = request.body;
      const fault = push.egress.fault(endpoint);
      if (fault !== undefined) throw invalid("endpoint", fault);
      requireKey(keys.p256dh);
      const { accountId, sessionId } = request.viewer!;
      await log.commit((tx) =>
        putSubscription(tx, { accountId, sessionId }, { endpoint, ...keys }, mostBrowsers),
      );
      return reply.code(204).send(null);
    },
  );

  app.delete(
    "/api/v1/push/subscription",
    {
      config: { policy: "member" },
      schema: {
        operationId: "unsubscribePush",
        tags,
        body: Type.Object({ endpoint: Endpoint }, closed),
        response: done,
      },
    },
    async (request, reply) => {
      await deleteSubscription(db, memberOf(request), request.body.endpoint);
      return reply.code(204).send(null);
    },
  );
}
