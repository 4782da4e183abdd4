import type { Tx } from "../../../platform/database/database.ts";
import type { Consumer } from "../../../platform/events/consumer.ts";
import type { LoggedEvent } from "../../../platform/events/event-log.ts";
import type { NameKind } from "../name-kinds.ts";
import { postEvents } from "../../posts/index.ts";
import { changesIn, changeTypes } from "../changes.ts";
import { accountDocument, tagDocument, topicDocument } from "./documents.ts";
import {
  deleteAccounts,
  deleteTopics,
  readAccounts,
  readAccountsAfter,
  readTagsAfter,
  writeAccounts,
  writeTags,
  writeTopics,
} from "./name-queries.ts";
import { createNext, indexNext, swapNext } from "./rebuild-queries.ts";

/** Tags that are known to be in the index; most posts bring none that is new. */
const mostKnownTags = 50_000;
const batch = 2_000;
const { postCreated, postEdited } = postEvents;

/** Keeps the names of people, tags and the topics of spaces findable; in PostgreSQL, whatever engine the posts are in. */
export function createNamesConsumer(kinds: readonly NameKind[]): Consumer {
  const known = new Set<string>();
  let fresh: string[] = [];
  return {
    name: "search-names",
    get types() {
      return [...new Set([...changeTypes, ...kinds.flatMap((kind) => kind.events)])];
    },
    async handle(tx, events) {
      const { accounts } = changesIn(events);
      fresh = tagsIn(events).filter((tag) => !known.has(tag));
      await writeTags(tx, fresh.map(tagDocument));
      for (const kind of kinds) await renameTopics(tx, kind, events);
      if (accounts.length === 0) return;
      const there = await readAccounts(tx, accounts);
      const ids = new Set(there.map((account) => account.id));
      await deleteAccounts(
        tx,
        accounts.filter((id) => !ids.has(id)),
      );
      await writeAccounts(tx, there.map(accountDocument));
    },
    handled() {
      if (known.size + fresh.length > mostKnownTags) known.clear();
      for (const tag of fresh) known.add(tag);
      fresh = [];
    },
    async rebuild(tx) {
      known.clear();
      const accounts = await createNext(tx, "search_account");
      await inBatches(
        tx,
        readAccountsAfter,
        0,
        ({ id }) => id,
        (rows) => writeAccounts(tx, rows.map(accountDocument), accounts),
      );
      await indexNext(tx, "search_account");
      await swapNext(tx, "search_account");
      const tags = await createNext(tx, "search_tag");
      await inBatches(
        tx,
        readTagsAfter,
        "",
        (tag) => tag,
        (rows) => writeTags(tx, rows.map(tagDocument), tags),
      );
      await indexNext(tx, "search_tag");
      await swapNext(tx, "search_tag");
      const topics = await createNext(tx, "search_topic");
      for (const kind of kinds)
        await inBatches(
          tx,
          kind.readAfter,
          0,
          ({ id }) => id,
          (rows) => writeTopics(tx, kind.space, rows.map(topicDocument), topics),
        );
      await indexNext(tx, "search_topic");
      await swapNext(tx, "search_topic");
    },
  };
}

/** The tags that posts of their own have brought; one whose posts are gone since is found by nobody, since its count says so. */
function tagsIn(events: readonly LoggedEvent[]): string[] {
  const own = events
    .filter((event) => postCreated.is(event) || postEdited.is(event))
    .filter(({ payload }) => payload.parentId === null);
  return [...new Set(own.flatMap(({ payload }) => payload.tags))];
}

async function renameTopics(tx: Tx, kind: NameKind, events: readonly LoggedEvent[]): Promise<void> {
  const touched = events.filter((event) => kind.events.includes(event.type));
  const ids = [...new Set(touched.flatMap((event) => kind.changed(event)))];
  if (ids.length === 0) return;
  const there = await kind.read(tx, ids);
  const found = new Set(there.map(({ id }) => id));
  await deleteTopics(
    tx,
    kind.space,
    ids.filter((id) => !found.has(id)),
  );
  await writeTopics(tx, kind.space, there.map(topicDocument));
}

async function inBatches<Row, Key>(
  tx: Tx,
  read: (tx: Tx, after: Key, limit: number) => Promise<Row[]>,
  first: Key,
  keyOf: (row: Row) => Key,
  write: (rows: Row[]) => Promise<void>,
): Promise<void> {
  for (let after = first; ;) {
    const rows = await read(tx, after, batch);
    await write(rows);
    if (rows.length < batch) return;
    after = keyOf(rows.at(-1)!);
  }
}
