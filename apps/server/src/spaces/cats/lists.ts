import type { Id } from "../../platform/database/tables.ts";
import { pageText } from "../../platform/http/json-text.ts";
import { getCat } from "./access-cat.ts";
import type { CatDeps } from "./deps.ts";
import { listFollowers, listOfPerson } from "./list-queries.ts";

interface Asked {
  limit?: number;
  cursor?: string | undefined;
}

/** A page of the cats of somebody, as JSON. */
export async function personsPage(
  deps: CatDeps,
  accountId: Id | null,
  handle: string,
  { limit = 20, cursor }: Asked,
): Promise<string> {
  const { db, cursors, people, presenter } = deps;
  const personId = await people.presenter.getId(handle, await people.presenter.relationsOf(accountId));
  const list = `cats-of:${personId}`;
  const rows = await listOfPerson(db, personId, accountId, limit + 1, cursors.openId(list, cursor));
  const shown = rows.slice(0, limit);
  const texts = await presenter.textsOf(
    shown.map(({ id }) => id),
    accountId,
  );
  return pageText(texts, rows.length > limit ? cursors.seal(list, shown.at(-1)!.position) : null);
}

/** A page of those who follow a cat, as JSON. */
export async function followersPage(
  deps: CatDeps,
  accountId: Id | null,
  id: string,
  { limit = 20, cursor }: Asked,
): Promise<string> {
  const { db, cursors, people } = deps;
  const reader = await people.presenter.relationsOf(accountId);
  const cat = await getCat(db, id, accountId);
  const list = `cat-followers:${cat.id}`;
  const hidden = reader ? [...reader.blocking, ...reader.blockedBy] : [];
  const rows = await listFollowers(db, cat.id, hidden, limit + 1, cursors.openId(list, cursor));
  const shown = rows.slice(0, limit);
  const texts = await people.presentAccounts(
    shown.map((row) => row.accountId),
    reader,
  );
  return pageText(texts, rows.length > limit ? cursors.seal(list, shown.at(-1)!.position) : null);
}
