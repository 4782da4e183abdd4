import type { Db } from "../../platform/database/database.ts";
import type { Relations } from "../people/index.ts";
import type { People } from "../people/index.ts";
import type { NameKind } from "./name-kinds.ts";
import { findFirstTopicNames, findPeople, findTagNames, findTopicNames } from "./names.ts";
import { searcherOf } from "./searcher.ts";
import { nameParts } from "./text/names.ts";
import { parseQuery } from "./text/parse-query.ts";
import { countVisible } from "./visible-tag-queries.ts";

export interface NamePage<T> {
  items: T[];
  next: string | null;
}

export interface NamesDeps {
  db: Db;
  people: People;
}

interface Asked {
  query: string;
  limit: number;
  position: string | undefined;
}

/** The words that may be parts of a name; operators and what must not be there are not. */
function partsOf(query: string, isTag: boolean): string[] {
  const { words, phrases, tags } = parseQuery(query);
  return nameParts([...words.map((word) => word.text), ...phrases, ...(isTag ? tags : [])]);
}

/** A page of people, as the JSON of each. Those between whom and the reader is a block are not there for them. */
export async function searchPeople(
  { db, people }: NamesDeps,
  reader: Relations | null,
  { query, limit, position }: Asked,
): Promise<NamePage<string>> {
  const parts = partsOf(query, false);
  if (parts.length === 0) return { items: [], next: null };
  const except = reader ? [...reader.blocking, ...reader.blockedBy] : [];
  const following = reader?.following ?? [];
  const found = await findPeople(db, { parts, limit: limit + 1, position }, { except, following });
  const shown = found.slice(0, limit);
  const items = await people.presentAccounts(
    shown.map((one) => one.key),
    reader,
  );
  return { items, next: found.length > limit ? shown.at(-1)!.position : null };
}

/** A page of the topics of a space, as the JSON of each. */
export async function searchTopics(
  { db }: Pick<NamesDeps, "db">,
  kind: NameKind,
  reader: Relations | null,
  { query, limit, position }: Asked,
): Promise<NamePage<string>> {
  const parts = partsOf(query, false);
  if (parts.length === 0) return { items: [], next: null };
  const found = await findTopicNames(db, kind.space, { parts, limit: limit + 1, position });
  const shown = found.slice(0, limit);
  const items = await kind.present(
    shown.map((one) => one.key),
    reader,
  );
  return { items, next: found.length > limit ? shown.at(-1)!.position : null };
}

/** The best topics of each kind, as the JSON of each, in the order of the kinds. */
export async function suggestTopics(
  { db }: Pick<NamesDeps, "db">,
  kinds: readonly NameKind[],
  reader: Relations | null,
  { query, limit }: Pick<Asked, "query" | "limit">,
): Promise<string[][]> {
  const parts = partsOf(query, false);
  if (parts.length === 0) return kinds.map(() => []);
  const spaces = kinds.map(({ space }) => space);
  const found = await findFirstTopicNames(db, spaces, parts, limit);
  return Promise.all(
    kinds.map(({ space, present }) => {
      const keys = found.filter((one) => one.space === space).map(({ key }) => key);
      return keys.length > 0 ? present(keys, reader) : [];
    }),
  );
}

/** A page of tags that have posts which the reader may see, with how many. */
export async function searchTags(
  { db }: NamesDeps,
  reader: Relations | null,
  { query, limit, position }: Asked,
): Promise<NamePage<{ tag: string; count: number }>> {
  const parts = partsOf(query, true);
  if (parts.length === 0) return { items: [], next: null };
  const found = await findTagNames(db, { parts, limit: limit + 1, position });
  const shown = found.slice(0, limit);
  const counts = await countVisible(
    db,
    shown.map((one) => one.key),
    searcherOf(reader),
  );
  const items = shown.flatMap(({ key: tag }) => {
    const count = counts.get(tag);
    return count === undefined ? [] : [{ tag, count }];
  });
  return { items, next: found.length > limit ? shown.at(-1)!.position : null };
}
