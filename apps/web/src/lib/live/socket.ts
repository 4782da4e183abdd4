import type { Socket } from "socket.io-client";
import type { PostCounts } from "#lib/api/types.ts";

type Listener = {
  post?: (event: { id: string; authorId: string }) => void;
  counts?: (event: { postId: string; counts: PostCounts }) => void;
  notification?: (event: { unread: number; newest: { id: string; kind: string } | null }) => void;
  connected?: (again: boolean) => void;
  disconnected?: () => void;
};

const listeners = new Set<Listener>();
let opening: Promise<Socket> | undefined;

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
  socket.on("post", (event) => {
    for (const listener of listeners) listener.post?.(event);
  });
  socket.on("counts", (event) => {
    for (const listener of listeners) listener.counts?.(event);
  });
  socket.on("notification", (event) => {
    for (const listener of listeners) listener.notification?.(event);
  });
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
