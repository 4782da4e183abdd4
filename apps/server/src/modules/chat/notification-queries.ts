import { sql } from "kysely";

/** Coffee chats of two people: `asked` and `asker` are the columns of the one and the other. */
const acts = (asked: "low" | "high", asker: "low" | "high") => {
  const [other, who] = [sql.ref(`c.${asked}_id`), sql.ref(`c.${asker}_id`)];
  return sql`
    select ${other} as account_id, 'chat-request'::text as kind, c.id as subject_id, c.status_id as act_id, ${who} as actor_id, null::bigint as post_id
    from chat c where c.kind = 'coffee' and c.status = 'pending' and c.asked_by = ${who}
    union all
    select ${who}, 'chat-accepted', c.id, c.status_id, ${other}, null
    from chat c where c.kind = 'coffee' and c.status = 'running' and c.asked_by = ${who}`;
};

/** Requests for coffee chats that wait, and those that were accepted and go on; see `NotificationSource`. */
export const chatActs = sql`${acts("low", "high")} union all ${acts("high", "low")}`;
