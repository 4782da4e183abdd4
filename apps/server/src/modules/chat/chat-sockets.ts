import { type Static, type TSchema } from "typebox";
import { Compile } from "typebox/compile";
import type { Member } from "../../platform/realtime/sockets.ts";
import type { Id } from "../../platform/database/tables.ts";
import { notFound, Problem, toProblem } from "../../platform/http/problem.ts";
import { toId } from "../../platform/http/schemas.ts";
import type { ChatDeps } from "./deps.ts";
import { readChat } from "./read-chat.ts";
import { SocketMessage, SocketRead, SocketTyping } from "./schemas.ts";
import { sendMessage } from "./send-message.ts";

/** What a refusal says over a socket: as over HTTP. */
interface Refusal {
  error: string;
  title: string;
  status: number;
  chatStatus?: string;
  /** In seconds. */
  retryAfter?: number;
  errors?: { field: string; message: string }[];
}

function refusalOf(problem: Problem): Refusal {
  const { slug, message, status, errors, extension, headers } = problem;
  const retryAfter = headers["retry-after"];
  return {
    error: slug,
    title: message,
    status,
    ...extension,
    ...(retryAfter !== undefined && { retryAfter: Number(retryAfter) }),
    ...(errors.length > 0 && { errors }),
  };
}

/** Listens to what pages send about chats, and answers each with what has come of it. */
export function listenToPages(deps: ChatDeps): void {
  const { sockets, logger, members } = deps;

  /** Whatever is not of the schema, or comes without a way to answer, is refused like an HTTP request would be. */
  function on<S extends TSchema>(
    { socket, accountId }: Member,
    event: string,
    schema: S,
    work: (body: Static<S>, accountId: Id) => Promise<object>,
  ): void {
    const check = checks.get(schema)!;
    socket.on(event, (body: unknown, acknowledge: unknown) => {
      const answer = typeof acknowledge === "function" ? (acknowledge as (answer: object) => void) : () => {};
      const run = async () => {
        if (!check.Check(body)) throw new Problem(400, "invalid-request", "The request is not valid.");
        return work(body as Static<S>, accountId);
      };
      run().then(answer, (error: unknown) => {
        const problem = toProblem(error) ?? new Problem(500, "internal", "Something went wrong on our side.");
        if (problem.status === 500) logger.error({ err: error, event }, "a page could not be answered");
        answer(refusalOf(problem));
      });
    });
  }
  const checks = new Map<TSchema, ReturnType<typeof Compile>>(
    [SocketMessage, SocketTyping, SocketRead].map((schema) => [schema, Compile(schema as TSchema)]),
  );

  sockets.onMember((member) => {
    on(member, "message", SocketMessage, async ({ chatId, ...body }, me) => {
      const { message } = await sendMessage(deps, me, toId(chatId), body);
      return { message };
    });
    on(member, "read", SocketRead, ({ chatId, seq }, me) => readChat(deps, me, toId(chatId), seq));
    on(member, "typing", SocketTyping, async ({ chatId }, me) => {
      const { memberIds, isRunning } = await members.of(toId(chatId));
      if (!memberIds.includes(me)) throw notFound();
      const others = memberIds.filter((id) => id !== me);
      if (isRunning) sockets.sendToAll(others, "typing", { chatId, accountId: String(me) });
      return {};
    });
  });
}
