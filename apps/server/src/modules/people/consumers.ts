import type { Id } from "../../platform/database/tables.ts";
import type { Consumer } from "../../platform/events/consumer.ts";
import { type AccountCache, countsOf } from "./accounts.ts";
import { addFollowCounts, type FollowCounts, rebuildFollowCounts } from "./counter-queries.ts";
import * as events from "./events.ts";

/** Keeps the counts of followers and following: one statement for a batch, however many follows it has. */
export function peopleCounters(accounts: AccountCache): Consumer {
  let fresh: FollowCounts[] = [];
  return {
    name: "people-counters",
    types: [events.followed.type, events.unfollowed.type],
    async handle(tx, batch) {
      const deltas = new Map<Id, FollowCounts>();
      const add = (accountId: Id, followers: number, following: number) => {
        const delta = deltas.get(accountId) ?? { accountId, followers: 0, following: 0 };
        delta.followers += followers;
        delta.following += following;
        deltas.set(accountId, delta);
      };
      for (const event of batch) {
        const by = events.followed.is(event) ? 1 : events.unfollowed.is(event) ? -1 : 0;
        if (by === 0) continue;
        const { accountId, targetId } = event.payload as { accountId: Id; targetId: Id };
        add(accountId, 0, by);
        add(targetId, by, 0);
      }
      const changed = [...deltas.values()].filter((delta) => delta.followers !== 0 || delta.following !== 0);
      fresh = changed.length > 0 ? await addFollowCounts(tx, changed) : [];
    },
    handled() {
      for (const { accountId, followers, following } of fresh) {
        accounts.update(accountId, (account) => ({
          ...account,
          ...countsOf({ ...account.counts, followers, following }, account.createdAt),
        }));
      }
      fresh = [];
    },
    handledElsewhere(handled) {
      for (const { payload } of handled) {
        const { accountId, targetId } = payload as { accountId: Id; targetId: Id };
        accounts.drop(accountId);
        accounts.drop(targetId);
      }
    },
    rebuild: rebuildFollowCounts,
  };
}
