import { LRUCache } from "lru-cache";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { chatChanged } from "./events.ts";
import { findTalk, type Talk } from "./member-queries.ts";

const most = 20_000;

/** Who is in a chat, from memory where it can be: for what comes often, such as that somebody types or has read. */
export interface Members {
  of(chatId: Id): Promise<Talk>;
}

export function createMembers(db: Db, log: EventLog): Members {
  const known = new LRUCache<Id, Promise<Talk>>({ max: most });
  log.listen((event) => {
    if (chatChanged.is(event)) known.delete(event.payload.chatId);
  });
  return {
    of(chatId) {
      const found = known.get(chatId);
      if (found) return found;
      const reading = findTalk(db, chatId);
      known.set(chatId, reading);
      reading.catch(() => known.delete(chatId));
      return reading;
    },
  };
}
