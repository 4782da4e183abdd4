import { onSocket } from "#lib/live/socket.ts";

/** Beyond this nobody counts. */
const most = 99;

// Set in the browser only: on the server this module outlives a request.
let heard = $state<{ unread: number; newest: string | null }>();

/** How many notifications are new, as the live connection said last; before that, as the page was sent. */
export function unreadCount(sent: number | undefined) {
  return heard?.unread ?? sent ?? 0;
}

/** The newest notification that an open page has heard of. */
export const newestHeard = () => heard?.newest ?? null;

export const shortCount = (unread: number) => (unread > most ? `${most}+` : String(unread));
export const isMany = (unread: number) => unread > most;

/** After reading here; other pages hear of it by themselves. */
export function setUnread(unread: number) {
  heard = { unread, newest: heard?.newest ?? null };
}

/** Keeps the number right until the returned function is called: the server says it after each connection and each change. */
export function listenToBell() {
  const end = onSocket({
    notification: ({ unread, newest }) => (heard = { unread, newest: newest?.id ?? null }),
  });
  return () => {
    end();
    heard = undefined;
  };
}
