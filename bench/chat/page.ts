import { sessionCookie } from "../../apps/server/src/platform/identity/authenticate.ts";
import { openWebSocket, type WebSocketLine } from "./web-socket.ts";

/** The socket of an open page, speaking Socket.IO as its client does, and coming back by itself as that does. */
export interface PageSocket {
  connect(): void;
  isConnected(): boolean;
  /** `onAnswer` is called when the server acknowledges it; never when the connection ends before. */
  emit(event: string, body: object, onAnswer: (answer: unknown) => void): void;
  cut(): void;
}

export interface PageHandlers {
  onConnected(): void;
  onEvent(event: string, payload: unknown): void;
  onRefused(reason: string): void;
}

/** Of socket.io-client: how long it waits until it comes back, doubled with each attempt and scattered by half, and for a connection. */
const backMs = { first: 1000, most: 5000 };
const patienceMs = 20_000;

export function createPageSocket(port: number, token: string, handlers: PageHandlers): PageSocket {
  let line: WebSocketLine | undefined;
  let connected = false;
  let attempts = 0;
  let lastId = 0;
  let patience: NodeJS.Timeout | undefined;
  const answers = new Map<number, (answer: unknown) => void>();

  /** The first digit is Engine.IO's, the second Socket.IO's. */
  function hear(text: string): void {
    if (text === "2") return line!.send("3");
    if (text.startsWith("0")) return line!.send("40");
    if (text.startsWith("42")) {
      const [event, payload] = JSON.parse(text.slice(2)) as [string, unknown];
      return handlers.onEvent(event, payload);
    }
    if (text.startsWith("43")) {
      const begin = text.indexOf("[");
      const id = Number(text.slice(2, begin));
      const answer = answers.get(id);
      answers.delete(id);
      return answer?.((JSON.parse(text.slice(begin)) as unknown[])[0]);
    }
    if (text.startsWith("40")) {
      connected = true;
      attempts = 0;
      clearTimeout(patience);
      return handlers.onConnected();
    }
    if (text.startsWith("44")) handlers.onRefused(text);
  }

  function lost(): void {
    connected = false;
    line = undefined;
    clearTimeout(patience);
    answers.clear();
    const wait = backMs.first * 2 ** attempts++ * (0.5 + Math.random());
    setTimeout(page.connect, Math.min(wait, backMs.most));
  }

  const page: PageSocket = {
    connect() {
      line = openWebSocket(port, "/socket/?EIO=4&transport=websocket", `${sessionCookie}=${token}`, {
        onText: hear,
        onClose: lost,
      });
      patience = setTimeout(page.cut, patienceMs);
    },
    isConnected: () => connected,
    emit(event, body, onAnswer) {
      const id = lastId++;
      answers.set(id, onAnswer);
      line?.send(`42${id}${JSON.stringify([event, body])}`);
    },
    cut: () => line?.cut(),
  };
  return page;
}
