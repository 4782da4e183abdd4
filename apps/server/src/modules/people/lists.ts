import type { Id } from "../../platform/database/tables.ts";
import { pageText } from "../../platform/http/json-text.ts";
import { notFound } from "../../platform/http/problem.ts";
import { hasId } from "../../platform/viewers/viewer-parts.ts";
import {
  listAccountIds,
  listPairs,
  listSuggestedIds,
  type Match,
  type PairList,
  searchAccounts,
} from "./list-queries.ts";
import type { PeopleDeps } from "./people.ts";
import type { Relations } from "./relations.ts";

export interface PageAsked {
  limit?: number;
  cursor?: string | undefined;
}

/** The JSON of a page: one more than asked for was read, to know whether there is another. */
async function page<T>(
  { presenter }: PeopleDeps,
  rows: T[],
  limit: number,
  reader: Relations | null,
  idOf: (row: T) => Id,
  cursorOf: (last: T) => string,
): Promise<string> {
  const shown = rows.slice(0, limit);
  const texts = await presenter.texts(shown.map(idOf), reader);
  return pageText(texts, rows.length > limit ? cursorOf(shown.at(-1)!) : null);
}

/** Those between whom and the reader is a block. */
const blockedOf = (reader: Relations | null) => (reader ? [...reader.blocking, ...reader.blockedBy] : []);
const othersOf = (reader: Relations | null) => (reader ? [...blockedOf(reader), reader.accountId] : []);

/** Everybody but oneself: newest first, or by how well they match what is looked for. */
export async function listPeople(
  deps: PeopleDeps,
  reader: Relations | null,
  query: string,
  asked: PageAsked,
): Promise<string> {
  const { db, cursors } = deps;
  const { limit = 20, cursor } = asked;
  const text = query.normalize("NFC").trim().replace(/^@/, "").toLowerCase();
  const known = { hidden: othersOf(reader), following: reader?.following ?? [] };
  if (text === "") {
    const ids = await listAccountIds(db, known, limit + 1, cursors.openId("people", cursor));
    return page(
      deps,
      ids,
      limit,
      reader,
      (id) => id,
      (last) => cursors.seal("people", last),
    );
  }
  const list = `people:${text}`;
  const position = cursors.open(list, cursor)?.split(":").map(Number);
  const after: Match | undefined = position && {
    rank: position[0]!,
    followers: position[1]!,
    id: position[2]!,
  };
  const found = await searchAccounts(db, text, known, limit + 1, after);
  return page(
    deps,
    found,
    limit,
    reader,
    (match) => match.id,
    ({ rank, followers, id }) => cursors.seal(list, `${rank}:${followers}:${id}`),
  );
}

/** People whom the reader may like to follow; one page only. */
export async function listSuggested(deps: PeopleDeps, reader: Relations, limit = 20): Promise<string> {
  const ids = await listSuggestedIds(
    deps.db,
    reader.accountId,
    [...othersOf(reader), ...reader.muting],
    limit,
  );
  return pageText(await deps.presenter.texts(ids, reader), null);
}

/** Followers or following of an account. Those of a private account are for its followers; for others the lists do not exist. */
export async function listFollows(
  deps: PeopleDeps,
  reader: Relations | null,
  handle: string,
  list: "followers" | "following",
  asked: PageAsked,
): Promise<string> {
  const id = await deps.presenter.getId(handle, reader);
  const account = await deps.accounts.get(id);
  const mayRead =
    account && (!account.isClosed || reader?.accountId === id || (reader && hasId(reader.following, id)));
  if (!mayRead) throw notFound();
  return listOf(deps, reader, id, list, blockedOf(reader), asked);
}

/** One's own blocks, mutes, or the requests that wait for one's answer. Who has blocked the reader is left out. */
export async function listOwn(
  deps: PeopleDeps,
  reader: Relations,
  list: "requests" | "blocks" | "mutes",
  asked: PageAsked,
): Promise<string> {
  return listOf(deps, reader, reader.accountId, list, list === "blocks" ? [] : reader.blockedBy, asked);
}

async function listOf(
  deps: PeopleDeps,
  reader: Relations | null,
  accountId: Id,
  list: PairList,
  hidden: Id[],
  { limit = 20, cursor }: PageAsked,
): Promise<string> {
  const { db, cursors } = deps;
  const name = `${list}:${accountId}`;
  const rows = await listPairs(db, list, accountId, hidden, limit + 1, cursors.openId(name, cursor));
  return page(
    deps,
    rows,
    limit,
    reader,
    (row) => row.accountId,
    (last) => cursors.seal(name, last.position),
  );
}
