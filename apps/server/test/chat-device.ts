import { io, type Socket } from "socket.io-client";
import type { MessageJson } from "./chats.ts";

interface Waiting {
  clientId: string;
  text: string;
  /** Sends it by both ways at the same time, as a page that does not know whether it has. */
  isDoubled: boolean;
}

export interface Device {
  /** What it shows, in order of seq. */
  view(): MessageJson[];
  /** Sends when it can, in order, and as often as it takes. */
  send(message: Waiting): void;
  /** The seq of each message that was acknowledged, by clientId. */
  acknowledged: ReadonlyMap<string, number>;
  /** Loses the connection; it comes back by itself. */
  cut(): void;
  /** Whether nothing waits to be sent. */
  isEmpty(): boolean;
  /** Asks for whatever it lacks. */
  catchUp(): Promise<void>;
  close(): void;
}

const retryMs = 50;

/** A device that has one chat open, as the web app is one: an outbox, and everything after what it has when it comes back. */
export function openDevice(origin: string, token: string, chatId: string): Device {
  const shown = new Map<number, MessageJson>();
  const outbox: Waiting[] = [];
  const acknowledged = new Map<string, number>();
  let revision = 0;
  let isSending = false;
  let isClosed = false;
  let catching: Promise<void> | undefined;

  const socket: Socket = io(origin, {
    path: "/socket",
    transports: ["websocket"],
    auth: { token },
    forceNew: true,
    reconnectionDelay: 20,
    reconnectionDelayMax: 100,
    timeout: 2_000,
  });

  async function get(query: string): Promise<MessageJson[]> {
    const answer = await fetch(`${origin}/api/v1/chats/${chatId}/messages?limit=20&${query}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(5_000),
    });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return ((await answer.json()) as { items: MessageJson[] }).items;
  }

  function put(message: MessageJson): void {
    const before = shown.get(message.seq);
    if (!before || (message.revision ?? 0) >= (before.revision ?? 0)) shown.set(message.seq, message);
  }
  /** Up to here nothing is missing. */
  function reached(): number {
    let seq = 0;
    while (shown.has(seq + 1)) seq++;
    return seq;
  }

  async function ask(): Promise<void> {
    for (
      let items = await get(`after=${reached()}`);
      items.length > 0;
      items = await get(`after=${reached()}`)
    )
      for (const message of items) put(message);
    for (;;) {
      const items = await get(`changedAfter=${revision}`);
      if (items.length === 0) return;
      for (const message of items) {
        put(message);
        revision = Math.max(revision, message.revision!);
      }
    }
  }
  const catchUp = (): Promise<void> => (catching ??= ask().finally(() => (catching = undefined)));
  const tryToCatchUp = () => void catchUp().catch(() => {});

  async function byHttp({ clientId, text }: Waiting): Promise<MessageJson> {
    const answer = await fetch(`${origin}/api/v1/chats/${chatId}/messages`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ clientId, text }),
      signal: AbortSignal.timeout(5_000),
    });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return (await answer.json()) as MessageJson;
  }
  async function bySocket({ clientId, text }: Waiting): Promise<MessageJson> {
    const body = { chatId, clientId, text };
    const answer = (await socket.timeout(2_000).emitWithAck("message", body)) as { message?: MessageJson };
    if (!answer.message) throw new Error(JSON.stringify(answer));
    return answer.message;
  }

  async function flush(): Promise<void> {
    if (isSending) return;
    isSending = true;
    while (outbox.length > 0 && !isClosed) {
      const message = outbox[0]!;
      const ways = message.isDoubled ? [byHttp, bySocket] : [socket.connected ? bySocket : byHttp];
      const answers = await Promise.allSettled(ways.map((way) => way(message)));
      const done = answers.filter((answer) => answer.status === "fulfilled").map(({ value }) => value);
      for (const answer of done) {
        put(answer);
        const before = acknowledged.get(message.clientId);
        if (before !== undefined && before !== answer.seq)
          throw new Error(`${message.clientId} was acknowledged as ${before} and as ${answer.seq}`);
        acknowledged.set(message.clientId, answer.seq);
      }
      if (done.length > 0) outbox.shift();
      else await new Promise((resolve) => setTimeout(resolve, retryMs * (0.5 + Math.random())));
    }
    isSending = false;
  }

  socket.on("connect", tryToCatchUp);
  socket.on("message", (message: MessageJson) => {
    if (message.chatId !== chatId) return;
    put(message);
    if (message.seq > reached()) tryToCatchUp();
  });

  return {
    view: () => [...shown.values()].sort((one, other) => one.seq - other.seq),
    send(message) {
      outbox.push(message);
      void flush();
    },
    acknowledged,
    cut: () => void socket.io.engine?.close(),
    isEmpty: () => outbox.length === 0 && !isSending,
    catchUp,
    close() {
      isClosed = true;
      socket.close();
    },
  };
}
