import { type TSchema, Type } from "typebox";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id, PostKind } from "../../platform/database/tables.ts";
import type { PostJson } from "./form-json-queries.ts";
import { type Written, writeText } from "./post-text.ts";

/** Posts of a kind that a space brings: projects, reviews. The core has the post, the space a row with the same id. */
export interface PostForm {
  /** Also the field of what such a post shows besides: `project`. */
  kind: PostKind;
  /** Of that; its `title`, if it has one, stands for the post where there is room for a line only. */
  item: TSchema;
  /** The value of that for the post `p`, as an SQL expression: the same for every reader. */
  json: PostJson;
  /** What somebody writes as the text of such a post, ready to be kept. Throws a 422 for what it cannot be. */
  write(db: Db | Tx, authorId: Id, raw: string): Promise<Written>;
  /** An edit has put what `write` has read in the place of the text before: what hangs on that is for the space to change. */
  rewritten(tx: Tx, postId: Id, written: Written): Promise<void>;
}

/** The forms that the site's spaces have. */
export interface PostForms {
  all: readonly PostForm[];
  add(form: PostForm): void;
  of(kind: PostKind): PostForm | undefined;
  /** What a post shows besides, for its schema. */
  postFields(): Record<string, TSchema>;
  /** The text of a post, by the rules of its kind. */
  write(
    db: Db | Tx,
    post: { kind: PostKind; authorId: Id; hasMedia: boolean },
    raw: string,
  ): Promise<Written>;
}

/** The title of a post that has one for being of its kind. */
export function titleIn(post: { kind: string }): string | undefined {
  const form = (post as Record<string, unknown>)[post.kind];
  const { title } = (form ?? {}) as { title?: unknown };
  return typeof title === "string" ? title : undefined;
}

export function createPostForms(): PostForms {
  const all: PostForm[] = [];
  const of = (kind: PostKind) => all.find((form) => form.kind === kind);
  return {
    all,
    of,
    add: (form) => void all.push(form),
    postFields: () => Object.fromEntries(all.map(({ kind, item }) => [kind, Type.Optional(item)])),
    write: async (db, { kind, authorId, hasMedia }, raw) =>
      of(kind)?.write(db, authorId, raw) ?? writeText(raw, { hasMedia }),
  };
}
