import { LRUCache } from "lru-cache";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog, LoggedEvent } from "../../platform/events/event-log.ts";
import type { Sockets } from "../../platform/realtime/sockets.ts";
import { chatChanged, messageChanged, messageSent } from "./events.ts";
import { findMessage, findQuiet, listAfter } from "./message-queries.ts";
import type { ChatPresenter } from "./present.ts";
import type { Message } from "./schemas.ts";

/** Tells open pages of what happens in chats. All of it is a hint: a page that misses something asks for what came after what it has. */
export interface Deliveries {
  /** A message that was committed here and is about to be heard of, so that it need not be read again. */
  offer(message: Message): void;
  /** Resolves when everybody has been told of what was committed. */
  idle(): Promise<void>;
}

/** Chats of which it is remembered how far they were told. */
const remembered = 20_000;
/** Messages that were offered and not told yet. */
const mostOffered = 5_000;
/** Of a chat that was not told of yet, what came so shortly before is told too: it may be another process's, and be heard of later. */
const justSeconds = 2;
/** What is missing between two messages that came out of turn is read; more than this is left to the pages. */
const mostMissing = 100;

export function createDeliveries({
  db,
  log,
  sockets,
  presenter,
}: {
  db: Db;
  log: EventLog;
  sockets: Sockets;
  presenter: ChatPresenter;
}): Deliveries {
  const offered = new LRUCache<string, Message>({ max: mostOffered });
  /** Up to which message the people of this process have been told. */
  const told = new LRUCache<Id, number>({ max: remembered });
  /** The work under way, one thing after the other in each chat. */
  const chains = new Map<Id, Promise<void>>();

  const here = (memberIds: readonly Id[]) => memberIds.filter((id) => sockets.online.has(id));

  async function read(chatId: Id, after: number, upTo: number): Promise<Message[]> {
    const fresh = offered.get(`${chatId} ${upTo}`);
    offered.delete(`${chatId} ${upTo}`);
    if (after === upTo - 1 && fresh) return [fresh];
    return presenter.messages(await listAfter(db, chatId, after, upTo - after));
  }

  /**
   * Messages that were committed at the same time may be heard of in another order. What has a lower number is committed before, so it can be
   * read, and is told first.
   */
  async function tellSent(chatId: Id, seq: number, memberIds: readonly Id[]): Promise<void> {
    // Nobody to tell: whoever comes asks for what there is.
    if (memberIds.length === 0) {
      offered.delete(`${chatId} ${seq}`);
      if (seq > (told.get(chatId) ?? 0)) told.set(chatId, seq);
      return;
    }
    const before = told.get(chatId) ?? (await findQuiet(db, chatId, seq, justSeconds));
    if (seq <= before) return;
    const after = Math.max(before, seq - mostMissing);
    told.set(chatId, seq);
    for (const message of await read(chatId, after, seq)) sockets.sendToAll(memberIds, "message", message);
  }

  async function tellChanged(chatId: Id, seq: number, memberIds: readonly Id[]): Promise<void> {
    const row = await findMessage(db, chatId, seq);
    if (row) sockets.sendToAll(memberIds, "message", (await presenter.messages([row]))[0]!);
  }

  function inTurn(chatId: Id, work: () => Promise<void>): void {
    const before = chains.get(chatId);
    const next = (before ? before.then(work) : work()).catch(() => {});
    chains.set(chatId, next);
    void next.then(() => {
      if (chains.get(chatId) === next) chains.delete(chatId);
    });
  }

  function hear(event: LoggedEvent): void {
    if (messageSent.is(event)) {
      const { chatId, seq, memberIds } = event.payload;
      const people = here(memberIds);
      inTurn(chatId, () => tellSent(chatId, seq, people));
    } else if (messageChanged.is(event)) {
      const { chatId, seq, memberIds } = event.payload;
      const people = here(memberIds);
      if (people.length > 0) inTurn(chatId, () => tellChanged(chatId, seq, people));
    } else if (chatChanged.is(event)) {
      const { chatId, memberIds } = event.payload;
      const people = here(memberIds);
      if (people.length > 0)
        inTurn(chatId, async () => sockets.sendToAll(people, "chat", { chatId: String(chatId) }));
    }
  }
  log.listen(hear);

  return {
    offer: (message) => void offered.set(`${message.chatId} ${message.seq}`, message),
    async idle() {
      while (chains.size > 0) await Promise.all(chains.values());
    },
  };
}
