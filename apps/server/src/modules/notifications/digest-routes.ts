import { Type } from "typebox";
import { notFound } from "../../platform/http/problem.ts";
import type { App } from "../../platform/http/route.ts";
import type { NotificationDeps } from "./notifications.ts";
import { endDigest } from "./settings-queries.ts";

const tags = ["notifications"];
const Params = Type.Object({ token: Type.String({ minLength: 1, maxLength: 60 }) });
const path = "/api/v1/digest/:token";

/** The address in each e-mail: mail programs POST to it (RFC 8058), people open it. Nobody has to be signed in. */
export async function digestRoutes(app: App, { db, links }: NotificationDeps): Promise<void> {
  app.get(
    path,
    {
      config: { policy: "public" },
      // Opening a link changes nothing: it leads to the page that asks.
      schema: { hide: true, params: Params },
    },
    async (request, reply) =>
      reply.redirect(`/digest/${encodeURIComponent(request.params.token)}`, 303) as never,
  );

  await app.register(async (scope: App) => {
    // Mail programs send a form, which says nothing that the address does not.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: 4096 }, (_request, _body, done) =>
      done(null),
    );
    scope.post(
      path,
      {
        config: { policy: "public" },
        schema: {
          operationId: "endDigest",
          description: "Ends the daily e-mails of the person whose link it is. Repeat-safe.",
          tags,
          params: Params,
          response: { 204: Type.Null({ description: "Done." }) },
        },
      },
      async (request, reply) => {
        const accountId = links.accountOf(request.params.token);
        if (accountId === undefined) throw notFound();
        await endDigest(db, accountId);
        return reply.code(204).send(null);
      },
    );
  });
}
