import type { Socket } from "socket.io-client";
import type { PostCounts } from "#lib/api/types.ts";
import type { Message } from "#lib/chat/types.ts";

/** What the server says of its own accord. */
type Events = {
  post: { id: string; authorId: string };
  counts: { postId: string; counts: PostCounts };
  notification: { unread: number; newest: { id: string; kind: string } | null };
  /** New or changed. */
  message: Message;
  /** Something of it is different: it is to be asked for again. */
  chat: { chatId: string };
  read: { chatId: string; accountId: string; seq: number };
  typing: { chatId: string; accountId: string };
  presence: { accountId: string; online: boolean };
};
type Hears<Name extends keyof Events> = (event: Events[Name]) => void;
type Listener = { [Name in keyof Events]?: Hears<Name> } & {
  connected?: (again: boolean) => void;
  disconnected?: () => void;
};

const names = ["post", "counts", "notification", "message", "chat", "read", "typing", "presence"] as const;
const answerMs = 8000;
const listeners = new Set<Listener>();
let opening: Promise<Socket> | undefined;
let opened: Socket | undefined;

/** One connection for the whole page, opened once the browser has nothing better to do. */
async function open() {
  await new Promise<void>((ready) =>
    "requestIdleCallback" in window
      ? requestIdleCallback(() => ready(), { timeout: 3000 })
      : setTimeout(ready, 1500),
  );
  const { io } = await import("socket.io-client");
  const socket = io({ path: "/socket", transports: ["websocket", "polling"], withCredentials: true });
  let connectedBefore = false;
  socket.on("connect", () => {
    for (const listener of listeners) listener.connected?.(connectedBefore);
    connectedBefore = true;
  });
  socket.on("disconnect", () => {
    for (const listener of listeners) listener.disconnected?.();
  });
  // Refused for coming too often, which the library takes for the last word.
  socket.on("connect_error", ({ message }) => {
    if (message === "too-many-requests") setTimeout(() => socket.connect(), 30_000 + Math.random() * 60_000);
  });
  const pass = <Name extends keyof Events>(name: Name) =>
    socket.on(name as string, (event: Events[Name]) => {
      for (const listener of listeners) (listener[name] as Hears<Name> | undefined)?.(event);
    });
  for (const name of names) pass(name);
  opened = socket;
  return socket;
}

/** Listens until the returned function is called. */
export function onSocket(listener: Listener) {
  listeners.add(listener);
  opening ??= open();
  return () => void listeners.delete(listener);
}

/** Asks for the counts of these posts as they change; repeat-safe. */
export async function watchPosts(postIds: string[]) {
  opening ??= open();
  (await opening).emit("watch", { postIds });
}

/** What the server acknowledges with; undefined without a connection, and where no answer comes in time. */
export async function askSocket(event: string, body: object): Promise<unknown> {
  if (!opened?.connected) return undefined;
  return opened
    .timeout(answerMs)
    .emitWithAck(event, body)
    .catch(() => undefined);
}
