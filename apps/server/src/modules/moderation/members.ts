import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { accountJson } from "../people/index.ts";
import { type MemberRow, type MembersAsked, selectMembers, selectMembersOf } from "./member-queries.ts";

/** Everybody, suspended or not, the newest first. */
export const listMembers = (
  db: Db,
  asked: MembersAsked,
  limit: number,
  before: Id | undefined,
): Promise<MemberRow[]> => selectMembers(db, accountJson("a"), asked, limit, before);

/** People by their ids, whoever is suspended among them. */
export const findMembers = (db: Db, ids: readonly Id[]): Promise<Map<Id, MemberRow>> =>
  selectMembersOf(db, accountJson("a"), ids);
