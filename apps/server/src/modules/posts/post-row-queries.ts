import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id, PostKind, Visibility } from "../../platform/database/tables.ts";
import { mediaJson } from "../../platform/media/media-json.ts";
import type { Media } from "../../platform/media/media-schema.ts";
import { formJson, type PostJson } from "./form-json-queries.ts";
import { type TopicItem, type TopicJson, topicsJson } from "./topic-json-queries.ts";

export interface PostRow<Author> {
  id: Id;
  kind: PostKind;
  authorId: Id;
  text: string;
  html: string;
  parentId: Id | null;
  rootId: Id | null;
  visibility: Visibility;
  hidden: boolean;
  tags: string[];
  topics: Id[];
  topicItems: TopicItem[] | null;
  /** What it shows besides for being of its kind. */
  form: unknown;
  createdAt: Date;
  editedAt: Date | null;
  media: Media[] | null;
  likes: number;
  comments: number;
  bookmarks: number;
  views: number;
  author: Author;
}

/** Posts with their pictures, topics, what their kind adds, counts and authors, in one statement. `author` makes the author of the account `a`. */
export async function selectPosts<Author>(
  db: Db | Tx,
  ids: Id[],
  author: RawBuilder<Author>,
  kinds: readonly { space: string; json: TopicJson }[],
  forms: readonly { kind: PostKind; json: PostJson }[],
): Promise<PostRow<Author>[]> {
  const { rows } = await sql<PostRow<Author>>`
    select p.id, p.kind, p.author_id, p.text, p.html, p.parent_id, p.root_id, p.visibility, p.hidden_at is not null as hidden,
      p.tags, p.topics, ${topicsJson(kinds)} as topic_items, ${formJson(forms)} as form, p.created_at, p.edited_at,
      (select json_agg(${mediaJson("m")} order by pm.position)
        from post_media pm join media m on m.id = pm.media_id where pm.post_id = p.id) as media,
      coalesce(s.likes, 0) as likes, coalesce(s.comments, 0) as comments, coalesce(s.bookmarks, 0) as bookmarks, coalesce(s.views, 0) as views,
      ${author} as author
    from post p
    join account a on a.id = p.author_id
    left join post_stats s on s.post_id = p.id
    where p.id = any(${ids}::bigint[])
  `.execute(db);
  return rows;
}
