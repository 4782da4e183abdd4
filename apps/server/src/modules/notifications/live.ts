import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { Sockets } from "../../platform/realtime/sockets.ts";
import { countUnread } from "./list-queries.ts";

export interface Teller {
  /** Tells the person's open pages how many notifications are new now. Calls in quick succession become one. */
  changed(accountId: Id): void;
  /** Resolves when everybody has been told. */
  idle(): Promise<void>;
}

/** People told at the same time, so that a post to very many leaves the database to others. */
const atOnce = 4;

/** Keeps the number at the bell right: after each change, and for each page that connects, again or for the first time. */
export function createTeller(db: Db, sockets: Sockets): Teller {
  const waiting = new Set<Id>();
  const running = new Set<Promise<void>>();

  async function tell(accountId: Id): Promise<void> {
    const { unread, newest } = await countUnread(db, accountId);
    const about = newest && {
      id: String(newest.id),
      kind: newest.kind,
      postId: newest.postId === null ? null : String(newest.postId),
      actorId: newest.actorId === null ? null : String(newest.actorId),
    };
    sockets.send(accountId, "notification", { unread, newest: about });
  }

  function work(): void {
    while (running.size < atOnce) {
      const [next] = waiting;
      if (next === undefined) return;
      waiting.delete(next);
      // A hint: a page that misses it has the right number when it connects or asks next.
      const one: Promise<void> = tell(next)
        .catch(() => {})
        .finally(() => {
          running.delete(one);
          work();
        });
      running.add(one);
    }
  }

  function changed(accountId: Id): void {
    if (!sockets.isOnlineAnywhere(accountId)) return;
    waiting.add(accountId);
    work();
  }
  sockets.onMember(({ accountId }) => changed(accountId));
  return {
    changed,
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
