import { api } from "#lib/api/browser.ts";
import { chatCalls } from "../calls.ts";
import type { Room } from "./room.svelte.ts";

/** Takes up a chat that was ended or declined: the same two people, about the same. */
export async function askAgain(room: Room, handle: string) {
  const { kind, project } = room.chat;
  await chatCalls(api).start({
    with: handle,
    ...(project ? { projectId: project.id } : { kind: kind === "coffee" ? "coffee" : "direct" }),
  });
  await room.loadChat();
}
