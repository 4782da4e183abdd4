import type { chatCalls } from "../calls.ts";
import type { Chat } from "../types.ts";

/** The chat with somebody about a project, or about none; undefined also where nobody can say. */
export async function findChatWith(
  calls: ReturnType<typeof chatCalls>,
  handle: string,
  projectId: string | undefined,
): Promise<Chat | undefined> {
  const page = await calls.listWith({ with: handle, ...(projectId && { projectId }) }).catch(() => undefined);
  return page?.items.find((chat) => chat.project?.id === projectId);
}
