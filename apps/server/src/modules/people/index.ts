export { accountJson } from "./account-json-queries.ts";
export { type DirectChats, directChatsOf, findAccountIds } from "./account-queries.ts";
export {
  type AccountCache,
  type AccountCounts,
  accountBytes,
  countsOf as accountCountsOf,
  type AccountJsonRow,
  type CachedAccount,
  toCachedAccount,
} from "./accounts.ts";
export * as peopleEvents from "./events.ts";
export type { PeoplePresenter } from "./present.ts";
export {
  followedText,
  isBlocked,
  type Relations,
  type RelationsHandle,
  relationshipText,
} from "./relations.ts";
export { cleanLine, cleanText } from "./plain-text.ts";
export { lockPair, type PairState, readPair } from "./relation-queries.ts";
export { Account } from "./schemas.ts";
export { createPeople, type People } from "./people.ts";
export { follow } from "./follow.ts";
export { type Actor, requireAuthority, setRole } from "./roles.ts";
