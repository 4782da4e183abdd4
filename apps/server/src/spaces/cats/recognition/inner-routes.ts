import type { FastifyReply } from "fastify";
import { Problem } from "../../../platform/http/problem.ts";
import type { App } from "../../../platform/http/route.ts";
import { uploadBytes } from "../../../platform/http/server.ts";
import { isProven, proofHeader, timeHeader } from "./proof.ts";
import type { Source } from "./source.ts";
import { createWaitingRoom } from "./waiting-room.ts";

export const innerPath = "/inner/recognition";

/** Who asked is known to the process that passes a photo on; here they are all one. */
const anybody = 0;
const seats = 17;

const refuse = (reply: FastifyReply, { status, slug, message, headers }: Problem) =>
  reply
    .code(status)
    .headers(headers)
    .send({ type: `/problems/${slug}`, title: message, status });

/** What the other processes of the site ask the role `recognition` by. Nothing is read before it is proven that it comes from one. */
export async function innerRoutes(app: App, source: Source, secret: Buffer): Promise<void> {
  const room = createWaitingRoom({ each: seats, seats });
  await app.register(async (inner) => {
    inner.addContentTypeParser(
      "application/octet-stream",
      { parseAs: "buffer", bodyLimit: uploadBytes },
      (_request, body, done) => done(null, body),
    );
    inner.addHook("onRequest", async ({ headers }, reply) => {
      const bytes = Number(headers["content-length"]);
      if (isProven(secret, { time: headers[timeHeader], proof: headers[proofHeader], bytes })) return;
      await refuse(reply, new Problem(401, "not-proven", "Only processes of this site are answered here."));
    });
    inner.post(
      innerPath,
      { config: { policy: "public" }, schema: { hide: true } },
      async (request, reply) => {
        const body = request.body as Buffer;
        try {
          const visit = room.enter(anybody);
          try {
            visit.add(body);
            visit.sit();
            return await source.look(visit.photo(), () => !request.socket.destroyed);
          } finally {
            visit.leave();
          }
        } catch (error) {
          if (error instanceof Problem) return refuse(reply, error);
          throw error;
        }
      },
    );
  });
}
