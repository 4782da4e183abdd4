import { createPageSocket, type PageSocket } from "./page.ts";
import type { PagePerson } from "./pages.ts";

/** What a page knows of its chat. */
export interface Page extends PagePerson {
  socket: PageSocket;
  /** It has every message up to this one, and some after it. */
  have: number;
  ahead: Set<number>;
  /** It asks for what it has missed, or will. */
  isCatchingUp: boolean;
}

export interface ArrivedMessage {
  chatId: string;
  seq: number;
  clientId: string;
  createdAt: string;
}

export interface Listener {
  onMessage(page: Page, message: ArrivedMessage): void;
  onConnected(page: Page): void;
}

const atOnce = 200;

/** Takes note that a page has a message. False when it had it already. */
export function note(page: Page, seq: number): boolean {
  if (seq <= page.have || page.ahead.has(seq)) return false;
  page.ahead.add(seq);
  while (page.ahead.delete(page.have + 1)) page.have++;
  return true;
}

/** Opens a page for each of them; what they hear goes to the listener of the moment. */
export async function openAll(
  port: number,
  people: readonly PagePerson[],
  listener: () => Listener,
): Promise<Page[]> {
  const pages: Page[] = [];
  const open = (person: PagePerson) =>
    new Promise<void>((resolve, reject) => {
      const page: Page = {
        ...person,
        have: 0,
        ahead: new Set(),
        isCatchingUp: false,
        socket: createPageSocket(port, person.token, {
          onConnected() {
            resolve();
            listener().onConnected(page);
          },
          onEvent: (event, payload) => {
            if (event === "message") listener().onMessage(page, payload as ArrivedMessage);
          },
          onRefused: (reason) => reject(new Error(`a page was refused: ${reason}`)),
        }),
      };
      pages.push(page);
      page.socket.connect();
    });
  for (let from = 0; from < people.length; from += atOnce)
    await Promise.all(people.slice(from, from + atOnce).map(open));
  return pages;
}
