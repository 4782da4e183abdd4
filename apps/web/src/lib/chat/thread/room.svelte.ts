import { api } from "#lib/api/browser.ts";
import { ApiProblem } from "#lib/api/problem.ts";
import { askSocket, onSocket } from "#lib/live/socket.ts";
import { m } from "#lib/paraglide/messages.js";
import { chatCalls } from "../calls.ts";
import { onSent, outgoingOf } from "../outbox/outbox.svelte.ts";
import type { Chat, Message } from "../types.ts";
import { rowsOf } from "./rows.ts";
import { createTimeline } from "./timeline.svelte.ts";
import { createTyping } from "./typing.svelte.ts";

type Source = { chat: Chat; messages: Message[]; myId: string };

/** One chat as it is on the screen, kept right by what the server says and by asking for what it may have said meanwhile. */
export function createRoom({ chat: first, messages, myId }: Source) {
  const calls = chatCalls(api);
  const { id } = first;
  const typing = createTyping();
  const timeline = createTimeline({ chat: first, messages, calls });
  let chat = $state.raw(first);
  let isGone = $state(false);

  const rows = $derived(
    rowsOf({
      messages: timeline.history.messages,
      happenings: chat.notices ?? [],
      outgoing: outgoingOf(id),
      from: timeline.history.from,
      isComplete: timeline.follows,
      myId,
    }),
  );

  /** Of those who have left only what they wrote still tells the name. */
  function nameOf(accountId: string | null) {
    const person =
      chat.people.find((one) => one.id === accountId) ??
      timeline.history.messages.find(({ author }) => author !== null && author.id === accountId)?.author;
    return person?.displayName ?? m.chat_somebody();
  }

  function hear(message: Message) {
    if (message.chatId !== id) return;
    timeline.hear(message);
    if (message.author) typing.end(message.author.id);
  }

  async function loadChat() {
    try {
      chat = await calls.one(id);
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 404) isGone = true;
    }
  }

  function noteRead(accountId: string, seq: number) {
    if (accountId === myId) chat = { ...chat, readSeq: Math.max(chat.readSeq, seq) };
    else {
      const others = chat.reads.filter((one) => one.accountId !== accountId);
      chat = { ...chat, reads: [...others, { accountId, seq }] };
    }
  }

  function notePresence(accountId: string, online: boolean) {
    if (!chat.people.some((person) => person.id === accountId)) return;
    const others = chat.online.filter((one) => one !== accountId);
    chat = { ...chat, online: online ? [...others, accountId] : others };
  }

  /** Tells the others, and one's own devices, how far one has read. */
  async function read(seq: number) {
    if (seq <= chat.readSeq) return;
    chat = { ...chat, readSeq: seq };
    const said = await askSocket("read", { chatId: id, seq });
    const isKnown = typeof said === "object" && said !== null && !("error" in said);
    if (!isKnown) await calls.read(id, seq).catch(() => undefined);
  }

  function listen() {
    const shown = () => document.visibilityState === "visible" && void timeline.catchUp();
    document.addEventListener("visibilitychange", shown);
    const endings = [
      onSent(hear),
      onSocket({
        message: hear,
        chat: ({ chatId }) => chatId === id && void loadChat(),
        read: ({ chatId, accountId, seq }) => chatId === id && noteRead(accountId, seq),
        typing: ({ chatId, accountId }) => chatId === id && accountId !== myId && typing.begin(accountId),
        presence: ({ accountId, online }) => notePresence(accountId, online),
        connected() {
          void timeline.catchUp();
          void loadChat();
        },
      }),
      () => document.removeEventListener("visibilitychange", shown),
      timeline.stop,
      typing.stop,
    ];
    return () => {
      for (const end of endings) end();
    };
  }

  return {
    get chat() {
      return chat;
    },
    set chat(changed: Chat) {
      chat = { ...changed, notices: changed.notices ?? chat.notices ?? [] };
    },
    get messages() {
      return timeline.history.messages;
    },
    get rows() {
      return rows;
    },
    get isGone() {
      return isGone;
    },
    get typing() {
      return typing.people;
    },
    timeline,
    myId,
    nameOf,
    listen,
    loadChat,
    read,
    edit: async (seq: number, text: string) => hear(await calls.edit(id, seq, text)),
    react: async (seq: number, emoji: string, on: boolean) => hear(await calls.react(id, seq, emoji, on)),
    async remove(seq: number) {
      await calls.remove(id, seq);
      await timeline.catchUp();
    },
    async setStatus(status: "running" | "stopped" | "declined") {
      await calls.setStatus(id, status);
      await loadChat();
    },
  };
}

export type Room = ReturnType<typeof createRoom>;
