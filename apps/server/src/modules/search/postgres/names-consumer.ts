import type { Tx } from "../../../platform/database/database.ts";
import type { Consumer } from "../../../platform/events/consumer.ts";
import { changesIn, changeTypes } from "../changes.ts";
import { accountDocument, tagDocument } from "./documents.ts";
import {
  deleteAccounts,
  readAccounts,
  readAccountsAfter,
  readTags,
  readTagsAfter,
  writeAccounts,
  writeTags,
} from "./name-queries.ts";
import { createNext, indexNext, swapNext } from "./rebuild-queries.ts";

/** Tags that are known to be in the index; most posts bring none that is new. */
const mostKnownTags = 50_000;
const batch = 2_000;

/** Keeps the names of people and tags findable; in PostgreSQL, whatever engine the posts are in. */
export function createNamesConsumer(): Consumer {
  const known = new Set<string>();
  let fresh: string[] = [];
  return {
    name: "search-names",
    types: changeTypes,
    async handle(tx, events) {
      const { posts, accounts } = changesIn(events);
      fresh = (await readTags(tx, posts)).filter((tag) => !known.has(tag));
      await writeTags(tx, fresh.map(tagDocument));
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
    },
  };
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
