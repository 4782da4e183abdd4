import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { Sockets } from "../../platform/realtime/sockets.ts";
import { listPartners } from "./presence-queries.ts";

/** Those who come or go in the same moment, as after a restart, are looked up together. */
const gatherMs = 50;
/** Whoever turns a page is not gone. */
const graceMs = 5_000;
const atOnce = 500;

export interface PresenceTeller {
  stop(): void;
}

/** Tells people who has come and gone of those whom they are talking with. A hint: who is there now stands in each chat. */
export function createPresenceTeller(db: Db, sockets: Sockets): PresenceTeller {
  /** Whom the others think to be there, by this process. */
  const shown = new Set<Id>();
  const coming = new Set<Id>();
  /** Since when, those who went first before the others. */
  const leaving = new Map<Id, number>();
  let gathering: NodeJS.Timeout | undefined;
  let seeingOff: NodeJS.Timeout | undefined;

  async function tell(accountIds: readonly Id[], online: boolean): Promise<void> {
    for (let from = 0; from < accountIds.length; from += atOnce) {
      const some = accountIds.slice(from, from + atOnce);
      for (const { accountId, partnerIds } of await listPartners(db, some)) {
        const there = partnerIds.filter((id) => sockets.isOnlineAnywhere(id));
        sockets.sendToAll(there, "presence", { accountId: String(accountId), online });
      }
    }
  }

  function came(accountId: Id): void {
    leaving.delete(accountId);
    if (shown.has(accountId)) return;
    shown.add(accountId);
    coming.add(accountId);
    gathering ??= setTimeout(() => {
      gathering = undefined;
      const all = [...coming];
      coming.clear();
      tell(all, true).catch(() => {});
    }, gatherMs).unref();
  }

  function went(accountId: Id): void {
    if (leaving.has(accountId)) return;
    leaving.set(accountId, performance.now());
    seeingOff ??= setTimeout(seeOff, graceMs).unref();
  }

  function seeOff(): void {
    seeingOff = undefined;
    const gone: Id[] = [];
    for (const [accountId, since] of leaving) {
      const left = since + graceMs - performance.now();
      if (left > 0) {
        seeingOff = setTimeout(seeOff, Math.max(left, gatherMs)).unref();
        break;
      }
      leaving.delete(accountId);
      if (sockets.isOnlineAnywhere(accountId)) continue;
      shown.delete(accountId);
      gone.push(accountId);
    }
    tell(gone, false).catch(() => {});
  }

  sockets.onMember(({ accountId, socket }) => {
    came(accountId);
    socket.on("disconnect", () => went(accountId));
  });
  return {
    stop() {
      clearTimeout(gathering);
      clearTimeout(seeingOff);
    },
  };
}
