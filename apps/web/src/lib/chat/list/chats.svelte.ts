import { api } from "#lib/api/browser.ts";
import { ApiProblem } from "#lib/api/problem.ts";
import type { Page } from "#lib/api/types.ts";
import { onSocket } from "#lib/live/socket.ts";
import { chatCalls } from "../calls.ts";
import type { Chat, Message, Shown } from "../types.ts";
import { asksMe } from "../words.ts";

type Source = { first: Page<Chat>; shown: Shown; myId: string };

const revisionOf = (message: Message | null) => message?.revision ?? -1;

/** The list of one's chats, the liveliest first, as they change. */
export function createChats({ first, shown, myId }: Source) {
  const calls = chatCalls(api);
  let items = $state.raw<readonly Chat[]>(first.items);
  let cursor = $state(first.nextCursor);
  let loading = $state(false);
  let failed = $state(false);

  const belongs = (chat: Chat) =>
    shown === "all" || (shown === "coffee" ? chat.kind === "coffee" : asksMe(chat, myId));
  const find = (id: string) => items.find((chat) => chat.id === id);
  const replace = (chat: Chat) => (items = items.map((one) => (one.id === chat.id ? chat : one)));
  const without = (id: string) => items.filter((chat) => chat.id !== id);

  /** Asks how a chat is now; one that is not for this list, or gone, leaves it. */
  async function refresh(id: string, toTop: boolean) {
    let chat: Chat;
    try {
      chat = await calls.one(id);
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 404) items = without(id);
      return;
    }
    if (!belongs(chat)) items = without(id);
    else if (find(id) && !toTop) replace(chat);
    else items = [chat, ...without(id)];
  }

  function hear(message: Message) {
    const chat = find(message.chatId);
    if (!chat) return void refresh(message.chatId, true);
    const { lastMessage, lastSeq } = chat;
    if (message.seq > lastSeq) {
      const isMine = message.author?.id === myId;
      const heard = {
        ...chat,
        lastMessage: message,
        lastSeq: message.seq,
        unread: isMine ? chat.unread : chat.unread + 1,
      };
      items = [heard, ...without(chat.id)];
    } else if (message.seq === lastMessage?.seq && revisionOf(message) > revisionOf(lastMessage))
      replace({ ...chat, lastMessage: message });
  }

  function noteRead(chatId: string, seq: number) {
    const chat = find(chatId);
    if (!chat) return;
    if (seq >= chat.lastSeq) replace({ ...chat, readSeq: seq, unread: 0 });
    else void refresh(chatId, false);
  }

  /** After a break: what has changed most is at the top. */
  async function refreshAll() {
    const page = await calls.list(shown, { limit: 20 }).catch(() => undefined);
    if (!page) return;
    const fresh = new Set(page.items.map(({ id }) => id));
    items = [...page.items, ...items.filter(({ id }) => !fresh.has(id))];
    // Where one page is all there is, what is not on it is gone.
    if (!page.nextCursor) items = page.items;
  }

  async function loadMore() {
    if (loading || !cursor) return;
    loading = true;
    failed = false;
    try {
      const page = await calls.list(shown, { cursor });
      const known = new Set(items.map(({ id }) => id));
      items = [...items, ...page.items.filter(({ id }) => !known.has(id))];
      cursor = page.nextCursor;
    } catch {
      failed = true;
    } finally {
      loading = false;
    }
  }

  function listen() {
    return onSocket({
      message: hear,
      chat: ({ chatId }) => void refresh(chatId, !find(chatId)),
      read: ({ chatId, accountId, seq }) => accountId === myId && noteRead(chatId, seq),
      presence({ accountId, online }) {
        items = items.map((chat) => {
          if (chat.status !== "running" || !chat.people.some(({ id }) => id === accountId)) return chat;
          const others = chat.online.filter((id) => id !== accountId);
          return { ...chat, online: online ? [...others, accountId] : others };
        });
      },
      connected: (isAgain) => isAgain && void refreshAll(),
    });
  }

  return {
    get items() {
      return items;
    },
    get cursor() {
      return cursor;
    },
    get loading() {
      return loading;
    },
    get failed() {
      return failed;
    },
    loadMore,
    listen,
  };
}

export type Chats = ReturnType<typeof createChats>;
