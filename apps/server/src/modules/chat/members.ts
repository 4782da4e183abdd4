import { LRUCache } from "lru-cache";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { listMemberIds } from "./member-queries.ts";
import { chatChanged } from "./events.ts";

const most = 20_000;

/** Who is in a chat, from memory where it can be: for what comes often and is kept nowhere, such as that somebody types. */
export interface Members {
  of(chatId: Id): Promise<readonly Id[]>;
}

export function createMembers(db: Db, log: EventLog): Members {
  const known = new LRUCache<Id, Promise<readonly Id[]>>({ max: most });
  log.listen((event) => {
    if (chatChanged.is(event)) known.delete(event.payload.chatId);
  });
  return {
    of(chatId) {
      const found = known.get(chatId);
      if (found) return found;
      const reading = listMemberIds(db, chatId);
      known.set(chatId, reading);
      reading.catch(() => known.delete(chatId));
      return reading;
    },
  };
}
