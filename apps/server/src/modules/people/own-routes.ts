import { Type } from "typebox";
import { sendJson } from "../../platform/http/json-text.ts";
import { type App, memberOf } from "../../platform/http/route.ts";
import { Choice, Ref } from "../../platform/http/schemas.ts";
import { deleteAccount } from "./delete-account.ts";
import { askEmailChange, confirmEmailChange } from "./email-change.ts";
import { changePassword, changeProfile, meText } from "./own-account.ts";
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
const TokenParams = Type.Object({ token: Type.String({ pattern: "^[A-Za-z0-9_-]{43}$" }) });
/** Whether the link was mailed, or stands in the log of a site without a mail server. */
const sent = { 202: Type.Object({ delivery: Choice("mail", "log") }) };

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
      schema: {
        operationId: "changeEmail",
        tags,
        description: "The address becomes the account's when the link that is sent to it is opened.",
        body: ChangeEmailBody,
        response: sent,
      },
    },
    async (request, reply) => {
      await askEmailChange(deps, memberOf(request), request.body.password, request.body.email);
      return reply.code(202).send({ delivery: mailer.delivery });
    },
  );

  app.put(
    "/api/v1/email-changes/:token",
    {
      config: { policy: "public", limit: "sign-in" },
      schema: {
        operationId: "confirmEmail",
        tags,
        description: "Whoever has the link has the address: no session is needed.",
        params: TokenParams,
        response: { 200: Type.Object({ email: Type.String() }) },
      },
    },
    async (request) => confirmEmailChange(deps, request.params.token),
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
        response: sent,
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
        params: TokenParams,
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
