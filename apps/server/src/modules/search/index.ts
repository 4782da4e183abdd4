export type { NameKind, TopicNames } from "./name-kinds.ts";
export { createSearch, type Search } from "./search.ts";
export { nameIndex, nameQuery } from "./name-index.ts";
export { formOf as nameFormOf } from "./text/names.ts";
