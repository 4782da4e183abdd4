import type { Account } from "#lib/api/types.ts";
import { m } from "#lib/paraglide/messages.js";
import type { Chat, Happening, Message } from "./types.ts";

export const othersOf = ({ people }: Pick<Chat, "people">, myId: string) =>
  people.filter(({ id }) => id !== myId);

/** The other person of a chat of two; of a group, or where nobody is left, none. */
export const otherOf = (chat: Pick<Chat, "kind" | "people">, myId: string): Account | undefined =>
  chat.kind === "group" ? undefined : othersOf(chat, myId)[0];

export function titleOf(chat: Pick<Chat, "name" | "people">, myId: string) {
  if (chat.name) return chat.name;
  const names = othersOf(chat, myId).map(({ displayName }) => displayName);
  return names.join(", ") || m.chat_nobody();
}

/** Whether it waits for one's own answer. */
export const asksMe = (chat: Chat, myId: string) => chat.status === "pending" && chat.askedBy !== myId;

export function tagOf({ kind, status }: Chat): { text: string; look: "ok" | "warn" | "" } | undefined {
  if (status === "pending") return { text: m.chat_pending(), look: "warn" };
  if (status === "declined") return { text: m.chat_declined(), look: "" };
  if (status === "stopped") return { text: m.chat_stopped(), look: "" };
  return kind === "coffee" ? { text: m.chat_running(), look: "ok" } : undefined;
}

/** A message in one line, as lists and quotes show it. */
export function lineOf({ text, media, deletedAt }: Pick<Message, "text" | "media" | "deletedAt">) {
  if (deletedAt) return m.chat_deleted();
  const words = text.replace(/\s+/g, " ").trim();
  if (media.length === 0) return words;
  const about = words || media[0]?.alt;
  const photos = media.length === 1 ? m.chat_photo() : m.chat_photos({ count: media.length });
  return about ? `${photos}: ${about}` : photos;
}

/** The second line of a chat in the list. */
export function previewOf(chat: Chat, myId: string) {
  const { lastMessage: last } = chat;
  if (!last) {
    if (chat.status !== "pending") return m.chat_quiet();
    return asksMe(chat, myId) ? m.chat_asks() : m.chat_asked();
  }
  const line = lineOf(last);
  if (last.author?.id === myId) return m.chat_said_me({ line });
  return chat.kind === "group" && last.author ? m.chat_said({ name: last.author.displayName, line }) : line;
}

/** What happened beside the messages, as a sentence. */
export function happeningWords({ kind, actor: doer, target, name }: Happening, myId: string) {
  const nameOf = (account: Account | null) => account?.displayName ?? m.chat_somebody();
  const actor = nameOf(doer);
  const isMine = doer?.id === myId;
  const isAnother = target && target.id !== doer?.id;
  switch (kind) {
    case "asked":
      return isMine ? m.chat_did_ask_me() : m.chat_did_ask({ name: actor });
    case "accepted":
      return isMine ? m.chat_did_accept_me() : m.chat_did_accept({ name: actor });
    case "declined":
      return isMine ? m.chat_did_decline_me() : m.chat_did_decline({ name: actor });
    case "stopped":
      return isMine ? m.chat_did_stop_me() : m.chat_did_stop({ name: actor });
    case "reopened":
      return isMine ? m.chat_did_reopen_me() : m.chat_did_reopen({ name: actor });
    case "joined":
      return isAnother
        ? m.chat_did_add({ name: actor, other: nameOf(target) })
        : m.chat_did_join({ name: actor });
    case "left":
      return isAnother
        ? m.chat_did_remove({ name: actor, other: nameOf(target) })
        : m.chat_did_leave({ name: actor });
    case "renamed":
      return name ? m.chat_did_rename({ name: actor, title: name }) : m.chat_did_unname({ name: actor });
  }
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** For how long a coffee chat has been going on. */
export function sinceWords(at: string, now: number) {
  const age = Math.max(0, now - Date.parse(at));
  if (age < minute) return m.chat_since_now();
  if (age < hour) return m.chat_since_minutes({ count: Math.floor(age / minute) });
  if (age < day) return m.chat_since_hours({ count: Math.floor(age / hour) });
  return m.chat_since_days({ count: Math.floor(age / day) });
}
