import { ApiProblem, problemMessage } from "#lib/api/problem.ts";
import { m } from "#lib/paraglide/messages.js";

/** Why a chat could not be begun. */
export function startProblem(problem: unknown, name: string | undefined) {
  if (problem instanceof ApiProblem) {
    if (problem.slug === "chat-closed") return name ? m.chat_closed({ name }) : m.chat_closed_group();
    if (problem.status === 404) return m.chat_nobody_there();
  }
  return problemMessage(problem);
}
