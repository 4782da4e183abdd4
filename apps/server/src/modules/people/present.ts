import type { Id } from "../../platform/database/tables.ts";
import { notFound } from "../../platform/http/problem.ts";
import { textOf } from "../../platform/http/json-text.ts";
import type { Platform } from "../../platform/platform.ts";
import { hasId } from "../../platform/viewers/viewer-parts.ts";
import { findAccountId } from "./account-queries.ts";
import { accountBytes, type AccountCache } from "./accounts.ts";
import type { Relations, RelationsHandle } from "./relations.ts";

/** How accounts are found and shown to somebody; null stands for someone signed out. */
export interface PeoplePresenter {
  relationsOf(accountId: Id | null): Promise<Relations | null>;
  /** The JSON of each account in the order given; those that are gone are left out. */
  texts(ids: readonly Id[], reader: Relations | null): Promise<string[]>;
  /** Throws a 404 for one that does not exist and, after the same work, for one that has blocked the reader. */
  getId(handle: string, reader: Relations | null): Promise<Id>;
  /** The JSON of one account. Throws as `getId`. */
  getText(handle: string, reader: Relations | null): Promise<string>;
  /** As `getId`, but whom the reader has blocked is found in any case: to see it, and to take the block back. */
  getReachableId(handle: string, reader: Relations): Promise<Id>;
}

export function createPeoplePresenter(
  { db, viewers }: Platform,
  accounts: AccountCache,
  relations: RelationsHandle,
): PeoplePresenter {
  async function find(handle: string, isHidden: (id: Id) => boolean): Promise<Id> {
    const id = await findAccountId(db, handle);
    if (id === undefined || isHidden(id)) throw notFound();
    return id;
  }
  async function texts(ids: readonly Id[], reader: Relations | null): Promise<string[]> {
    const found = await accounts.getMany(ids);
    return ids.flatMap((id) => {
      const account = found.get(id);
      return account ? [textOf(accountBytes(account, reader))] : [];
    });
  }
  const getId = (handle: string, reader: Relations | null) =>
    find(handle, (id) => reader !== null && hasId(reader.blockedBy, id));
  return {
    relationsOf: async (accountId) =>
      accountId === null ? null : (await viewers.get(accountId, [relations]))[0],
    texts,
    getId,
    async getText(handle, reader) {
      const [text] = await texts([await getId(handle, reader)], reader);
      if (text === undefined) throw notFound();
      return text;
    },
    getReachableId: (handle, reader) =>
      find(handle, (id) => hasId(reader.blockedBy, id) && !hasId(reader.blocking, id)),
  };
}
