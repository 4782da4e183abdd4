import { Type } from "typebox";
import { pageText, sendJson } from "../../platform/http/json-text.ts";
import { type App, memberOf } from "../../platform/http/route.ts";
import { PageOf, PageQuery, Ref, toId } from "../../platform/http/schemas.ts";
import { countUnread, listGroups, markRead } from "./list-queries.ts";
import type { NotificationDeps } from "./notifications.ts";
import { Notification, ReadBody, settingsBody, settingsSchema, Unread } from "./schemas.ts";
import { changeOwnSettings, settingsOf } from "./settings.ts";

const tags = ["notifications"];
const Kinds = Type.Optional(
  Type.String({
    pattern: "^[a-z-]+(,[a-z-]+)*$",
    maxLength: 200,
    description: "Only these, such as `like,mention`.",
  }),
);

export async function notificationRoutes(app: App, deps: NotificationDeps): Promise<void> {
  const { db, cursors, presenter, teller, sources } = deps;
  const kinds = sources.flatMap((source) => source.kinds);
  const Settings = settingsSchema(kinds);
  for (const schema of [Notification, Unread, Settings]) app.addSchema(schema);

  app.get(
    "/api/v1/notifications",
    {
      config: { policy: "member" },
      schema: {
        operationId: "listNotifications",
        description: "Newest first.",
        tags,
        querystring: Type.Object({ ...PageQuery, kinds: Kinds }, { additionalProperties: false }),
        response: { 200: PageOf(Ref(Notification)) },
      },
    },
    async (request, reply) => {
      const accountId = memberOf(request);
      const { limit = 20, cursor, kinds: only } = request.query;
      const list = `notifications:${accountId}:${only ?? ""}`;
      const before = cursors.openId(list, cursor);
      const groups = await listGroups(db, accountId, { limit: limit + 1, before, kinds: only?.split(",") });
      const page = groups.slice(0, limit);
      const next = groups.length > limit ? cursors.seal(list, page.at(-1)!.id) : null;
      return sendJson(reply, pageText(await presenter.texts(page, accountId), next));
    },
  );

  app.get(
    "/api/v1/notifications/unread",
    {
      config: { policy: "member" },
      schema: { operationId: "countUnreadNotifications", tags, response: { 200: Ref(Unread) } },
    },
    async (request) => ({ unread: (await countUnread(db, memberOf(request))).unread }),
  );

  app.post(
    "/api/v1/notifications/read",
    {
      config: { policy: "member" },
      schema: {
        operationId: "readNotifications",
        description: "Everything up to this notification is read. What came into it afterwards stays new.",
        tags,
        body: ReadBody,
        response: { 200: Ref(Unread) },
      },
    },
    async (request) => {
      const accountId = memberOf(request);
      await markRead(db, accountId, toId(request.body.upTo));
      teller.changed(accountId);
      return { unread: (await countUnread(db, accountId)).unread };
    },
  );

  app.get(
    "/api/v1/notifications/settings",
    {
      config: { policy: "member" },
      schema: { operationId: "getNotificationSettings", tags, response: { 200: Ref(Settings) } },
    },
    async (request) => settingsOf(deps, memberOf(request)),
  );

  app.patch(
    "/api/v1/notifications/settings",
    {
      config: { policy: "member" },
      schema: {
        operationId: "changeNotificationSettings",
        description: "What is not named stays as it is.",
        tags,
        body: settingsBody(kinds),
        response: { 200: Ref(Settings) },
      },
    },
    async (request) => {
      const accountId = memberOf(request);
      await changeOwnSettings(deps, accountId, request.body);
      teller.changed(accountId);
      return settingsOf(deps, accountId);
    },
  );
}
