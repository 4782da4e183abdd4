import { problemMessage } from "#lib/api/problem.ts";
import { showToast } from "#lib/ui/toasts.svelte.ts";
import type { Message } from "../types.ts";
import type { Room } from "./room.svelte.ts";

/** Those that are offered; others that people's programs have sent can be joined in. */
export const offered = ["👍", "❤️", "😂", "😮", "😢", "🙏"] as const;

export const hasReacted = ({ reactions }: Message, emoji: string, myId: string) =>
  reactions.some((one) => one.emoji === emoji && one.accountIds.includes(myId));

export async function toggleReaction(room: Room, message: Message, emoji: string) {
  try {
    await room.react(message.seq, emoji, !hasReacted(message, emoji, room.myId));
  } catch (problem) {
    showToast(problemMessage(problem));
  }
}
