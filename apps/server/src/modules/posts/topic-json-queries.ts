import { type RawBuilder, sql } from "kysely";

/** An SQL expression that makes the JSON of the topic `t.id`. */
export type TopicJson = RawBuilder<unknown>;

export interface TopicItem {
  space: string;
  /** What the space's expression has made; null when its row has gone. */
  item: unknown;
}

/** The topics of the post `p`, in their order, as an SQL expression; null when it has none. */
export function topicsJson(
  kinds: readonly { space: string; json: TopicJson }[],
): RawBuilder<TopicItem[] | null> {
  if (kinds.length === 0) return sql`null`;
  const cases = kinds.map(({ space, json }) => sql`when ${sql.lit(space)} then (${json})`);
  return sql`case when p.topics <> '{}' then (
    select json_agg(json_build_object('space', t.space, 'item', case t.space ${sql.join(cases, sql` `)} end) order by array_position(p.topics, t.id))
    from post_topic pt join topic t on t.id = pt.topic_id where pt.post_id = p.id) end`;
}
