import { Type } from "typebox";
import { sendJson } from "../../platform/http/json-text.ts";
import { type App, memberOf } from "../../platform/http/route.ts";
import { Choice, Ref } from "../../platform/http/schemas.ts";
import { deleteAccount } from "./delete-account.ts";
import { changeEmail, changePassword, changeProfile, meText } from "./own-account.ts";
import { redeemReset, sendReset } from "./password-reset.ts";
import type { PeopleDeps } from "./people.ts";
import {
  ChangeEmailBody,
  ChangePasswordBody,
  Me,
  NewPasswordBody,
  PasswordBody,
  ProfileBody,
  ResetBody,
} from "./schemas.ts";
import { clearSession } from "./session-cookie.ts";

const tags = ["people"];
const done = { 204: Type.Null({ description: "Done." }) };
const ResetParams = Type.Object({ token: Type.String({ pattern: "^[A-Za-z0-9_-]{43}$" }) });

export async function ownRoutes(app: App, deps: PeopleDeps): Promise<void> {
  const { config, mailer, background } = deps;

  app.get(
    "/api/v1/me",
    { config: { policy: "member" }, schema: { operationId: "getMe", tags, response: { 200: Ref(Me) } } },
    async (request, reply) => sendJson(reply, await meText(deps, memberOf(request))),
  );

  app.patch(
    "/api/v1/me",
    {
      config: { policy: "member" },
      schema: { operationId: "changeMe", tags, body: ProfileBody, response: { 200: Ref(Me) } },
    },
    async (request, reply) => {
      await changeProfile(deps, memberOf(request), request.body);
      return sendJson(reply, await meText(deps, memberOf(request)));
    },
  );

  app.delete(
    "/api/v1/me",
    {
      config: { policy: "member", limit: "sign-in" },
      schema: { operationId: "deleteMe", tags, body: PasswordBody, response: done },
    },
    async (request, reply) => {
      await deleteAccount(deps, memberOf(request), request.body.password);
      clearSession(request, reply, config.origin);
      return reply.code(204).send(null);
    },
  );

  app.put(
    "/api/v1/me/password",
    {
      config: { policy: "member", limit: "sign-in" },
      schema: { operationId: "changePassword", tags, body: ChangePasswordBody, response: done },
    },
    async (request, reply) => {
      await changePassword(deps, request.viewer!, request.body.current, request.body.next);
      return reply.code(204).send(null);
    },
  );

  app.put(
    "/api/v1/me/email",
    {
      config: { policy: "member", limit: "sign-in" },
      schema: { operationId: "changeEmail", tags, body: ChangeEmailBody, response: done },
    },
    async (request, reply) => {
      await changeEmail(deps, memberOf(request), request.body.password, request.body.email);
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/api/v1/password-resets",
    {
      config: { policy: "public", limit: "reset" },
      schema: {
        operationId: "askForPasswordReset",
        tags,
        description: "The answer is the same whether or not the login is somebody's.",
        body: ResetBody,
        response: {
          202: Type.Object({
            delivery: Choice("mail", "log"),
          }),
        },
      },
    },
    async (request, reply) => {
      background.run("password reset", () => sendReset(deps, request.body.login));
      return reply.code(202).send({ delivery: mailer.delivery });
    },
  );

  app.put(
    "/api/v1/password-resets/:token",
    {
      config: { policy: "public", limit: "sign-in" },
      schema: {
        operationId: "resetPassword",
        tags,
        params: ResetParams,
        body: NewPasswordBody,
        response: done,
      },
    },
    async (request, reply) => {
      await redeemReset(deps, request.params.token, request.body.password);
      return reply.code(204).send(null);
    },
  );
}
