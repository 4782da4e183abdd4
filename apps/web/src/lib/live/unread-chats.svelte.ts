import { api } from "#lib/api/browser.ts";
import { onSocket } from "./socket.ts";

export type UnreadChats = { chats: number; requests: number };

const pause = 400;
// Set in the browser only: on the server this module outlives a request.
let heard = $state<UnreadChats>();

/** How many chats hold something new, as the site said last; before that, as the page was sent. */
export function unreadChats(sent: UnreadChats | undefined): UnreadChats {
  return heard ?? sent ?? { chats: 0, requests: 0 };
}

/** Keeps the numbers right until the returned function is called: they are asked for after each change. */
export function listenToChats(myId: string) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  async function ask() {
    timer = undefined;
    const unread = await api.get("/chats/unread").catch(() => undefined);
    if (unread && !ended) heard = unread;
  }
  const soon = () => (timer ??= setTimeout(() => void ask(), pause));

  const end = onSocket({
    message: ({ author }) => author?.id !== myId && soon(),
    chat: soon,
    read: ({ accountId }) => accountId === myId && soon(),
    connected: (again) => again && soon(),
  });
  return () => {
    ended = true;
    end();
    clearTimeout(timer);
    heard = undefined;
  };
}
