import type { Id } from "../../platform/database/tables.ts";
import type { Consumer } from "../../platform/events/consumer.ts";
import type { LoggedEvent } from "../../platform/events/event-log.ts";
import { peopleEvents } from "../people/index.ts";
import { deletePerson, type Keys, listReceivers, rebuildActs, syncActs } from "./act-queries.ts";
import type { Db } from "../../platform/database/database.ts";
import type { NotificationSource, Touched } from "./sources.ts";

export interface NotificationsConsumerDeps {
  db: Db;
  /** May grow until the program starts. */
  sources: readonly NotificationSource[];
  /** The notifications of these people have changed, and maybe some are to be pushed. */
  onChange(accountIds: readonly Id[], isDue: boolean): void;
}

/** Keeps what there is to tell equal to the tables: events say where to look, never what is so. */
export function notificationsConsumer({ db, sources, onChange }: NotificationsConsumerDeps): Consumer {
  /** Whose notifications the batch that was handled last has changed, until its commit. */
  let changed = new Set<Id>();
  let isDue = false;
  return {
    name: "notifications",
    get types() {
      return [...new Set(sources.flatMap((source) => source.events)), peopleEvents.accountDeleted.type];
    },
    async handle(tx, events) {
      changed = new Set();
      isDue = false;
      for (const { source, keys } of lookups(sources, events)) {
        const synced = await syncActs(tx, source, keys);
        for (const accountId of synced.accountIds) changed.add(accountId);
        isDue ||= synced.isDue;
      }
      const gone = events.filter(peopleEvents.accountDeleted.is).map((event) => event.payload.accountId);
      if (gone.length > 0) await deletePerson(tx, gone);
    },
    handled() {
      if (changed.size > 0) onChange([...changed], isDue);
      changed = new Set();
    },
    handledElsewhere(events) {
      const found = lookups(sources, events).map(({ source, keys }) => listReceivers(db, source, keys));
      // Only a hint for open pages: one that it misses is right again when it asks next.
      void Promise.all(found).then(
        (lists) => onChange([...new Set(lists.flat())], true),
        () => {},
      );
    },
    rebuild: (tx) => rebuildActs(tx, sources),
  };
}

/** What a batch asks each source to look at again: one lookup for each way of looking. */
function lookups(sources: readonly NotificationSource[], events: readonly LoggedEvent[]) {
  const all: { source: NotificationSource; keys: Keys }[] = [];
  for (const source of sources) {
    const touched = events
      .filter((event) => source.events.includes(event.type))
      .flatMap((event) => source.touched(event));
    const posts = touched.filter((one) => "postId" in one && one.actorId === undefined) as { postId: Id }[];
    const marks = touched.filter((one) => "postId" in one && one.actorId !== undefined) as Mark[];
    const pairs = touched.filter((one) => "accountId" in one);
    if (posts.length > 0) all.push({ source, keys: { postId: posts.map((one) => one.postId) } });
    if (marks.length > 0)
      all.push({
        source,
        keys: { postId: marks.map((one) => one.postId), actorId: marks.map((one) => one.actorId) },
      });
    if (pairs.length > 0)
      all.push({
        source,
        keys: { accountId: pairs.map((one) => one.accountId), actorId: pairs.map((one) => one.actorId) },
      });
  }
  return all;
}

type Mark = Extract<Touched, { postId: Id }> & { actorId: Id };
