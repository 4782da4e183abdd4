import { type TSchema, Type } from "typebox";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { invalid, type Problem } from "../../platform/http/problem.ts";
import { IdText } from "../../platform/http/schemas.ts";
import type { TopicItem, TopicJson } from "./topic-json-queries.ts";

/** Topics of one space, as posts know them: the things that posts are about and that people follow. */
export interface TopicKind {
  space: string;
  /** The list of them in a post, such as `cats`; each item has at least `id` and `name`. */
  field: string;
  item: TSchema;
  /** Their ids in what a post is written with, such as `catIds`. */
  idsField: string;
  /** On one post at the most. */
  most: number;
  /** The item of the topic `t.id`, as an SQL expression; null where there is none. */
  json: TopicJson;
  /** What they are called, for those who may know; those that are gone are left out. */
  names(db: Db, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>>;
  /** Those of the topics that the author may put on a post. */
  allowed(db: Db | Tx, authorId: Id, ids: readonly Id[]): Promise<Id[]>;
}

/** Topics as a request names them, by space; spaces that it does not name are not there. */
export type NamedTopics = ReadonlyMap<string, readonly Id[]>;

/** The kinds of topics that the site's spaces have. */
export interface TopicKinds {
  all: readonly TopicKind[];
  add(kind: TopicKind): void;
  /** What a post's body takes besides, for its schema. */
  bodyFields(): Record<string, TSchema>;
  /** What a post shows besides, for its schema. */
  postFields(): Record<string, TSchema>;
  /** Throws a 422 for ids that cannot be ids, or too many. */
  read(body: object): NamedTopics;
  /** The ids of all the topics, when the author may name all that are not on the post already. Throws a 422 otherwise. */
  allow(db: Db | Tx, authorId: Id, named: NamedTopics, present?: readonly Id[]): Promise<Id[]>;
  /** Topics of any space by id: which space each is of and what it is called. Whether somebody may know is for the caller to know. */
  find(db: Db, ids: readonly Id[]): Promise<Map<Id, { space: string; name: string }>>;
  /** For an edit that says what a comment is about. */
  notForComments(named: NamedTopics): Problem;
  /** For one that has gone since. */
  unknown(named: NamedTopics): Problem;
  /** The lists of a post, by their field. */
  lists(items: readonly TopicItem[] | null): Record<string, unknown[]>;
}

function unknown({ idsField, field }: TopicKind): Problem {
  return invalid(
    idsField,
    "names one that does not exist or is not for you",
    `unknown-${field.replace(/s$/, "")}`,
  );
}

/** Whether a topic was deleted while a post about it was being written. */
export function isTopicGone(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === "23503" && constraint === "post_topic_topic_id_fkey";
}

export function createTopicKinds(): TopicKinds {
  const all: TopicKind[] = [];

  function readIds({ idsField, most }: TopicKind, texts: readonly string[]): Id[] {
    const ids = texts.map(Number);
    if (new Set(ids).size < ids.length) throw invalid(idsField, "names one twice");
    if (ids.length > most) throw invalid(idsField, `names more than ${most}`);
    return ids;
  }

  return {
    all,
    add: (kind) => void all.push(kind),
    bodyFields: () =>
      Object.fromEntries(
        all.map(({ idsField, most }) => [
          idsField,
          Type.Optional(Type.Array(IdText, { maxItems: most, description: "What it is about." })),
        ]),
      ),
    postFields: () => Object.fromEntries(all.map(({ field, item }) => [field, Type.Array(item)])),
    read(body) {
      const named = new Map<string, Id[]>();
      for (const kind of all) {
        const texts = (body as Record<string, string[] | undefined>)[kind.idsField];
        if (texts) named.set(kind.space, readIds(kind, texts));
      }
      return named;
    },
    async allow(db, authorId, named, present = []) {
      const ids: Id[] = [];
      for (const kind of all) {
        const wanted = named.get(kind.space) ?? [];
        const added = wanted.filter((id) => !present.includes(id));
        if (added.some((id) => !Number.isSafeInteger(id))) throw unknown(kind);
        const allowed = added.length > 0 ? await kind.allowed(db, authorId, added) : [];
        if (added.some((id) => !allowed.includes(id))) throw unknown(kind);
        ids.push(...wanted);
      }
      return ids;
    },
    async find(db, ids) {
      const found = new Map<Id, { space: string; name: string }>();
      if (ids.length === 0) return found;
      for (const { space, names } of all)
        for (const [id, name] of await names(db, ids)) found.set(id, { space, name });
      return found;
    },
    notForComments: (named) =>
      invalid(
        all.find((kind) => named.has(kind.space))!.idsField,
        "is for posts of their own, not for comments",
      ),
    unknown: (named) => unknown(all.find((kind) => (named.get(kind.space) ?? []).length > 0)!),
    lists: (items) =>
      Object.fromEntries(
        all.map(({ space, field }) => [
          field,
          (items ?? []).filter((one) => one.space === space && one.item !== null).map((one) => one.item),
        ]),
      ),
  };
}
