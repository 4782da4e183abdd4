import { setImmediate as turn } from "node:timers/promises";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { Sockets } from "../../platform/realtime/sockets.ts";
import { countUnreadOf } from "./list-queries.ts";

export interface Teller {
  /** Tells the person's open pages how many notifications are new now. Calls in quick succession become one. */
  changed(accountId: Id): void;
  /** Resolves when everybody has been told. */
  idle(): Promise<void>;
}

/** People whose notifications one statement counts; one statement at a time, so that a post to very many leaves the database to others. */
const atOnce = 100;

/** Keeps the number at the bell right: after each change, and for each page that connects, again or for the first time. */
export function createTeller(db: Db, sockets: Sockets): Teller {
  const waiting = new Set<Id>();
  let running: Promise<void> | undefined;

  async function tell(accountIds: readonly Id[]): Promise<void> {
    for (const [accountId, { unread, newest }] of await countUnreadOf(db, accountIds)) {
      const about = newest && {
        id: String(newest.id),
        kind: newest.kind,
        postId: newest.postId === null ? null : String(newest.postId),
        actorId: newest.actorId === null ? null : String(newest.actorId),
      };
      sockets.send(accountId, "notification", { unread, newest: about });
    }
  }

  async function work(): Promise<void> {
    // Whoever changes in the same turn comes along.
    await turn();
    while (waiting.size > 0) {
      const some = [...waiting].slice(0, atOnce);
      for (const accountId of some) waiting.delete(accountId);
      // A hint: a page that misses it has the right number when it connects or asks next.
      await tell(some).catch(() => {});
    }
  }

  function changed(accountId: Id): void {
    if (!sockets.isOnlineAnywhere(accountId)) return;
    waiting.add(accountId);
    running ??= work().finally(() => (running = undefined));
  }
  sockets.onMember(({ accountId }) => changed(accountId));
  return {
    changed,
    async idle() {
      while (running) await running;
    },
  };
}
