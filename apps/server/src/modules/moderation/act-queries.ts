import { sql } from "kysely";

/** What somebody is told by the site itself: decisions about them that hold, and answers to their appeals; see `NotificationSource`. */
export const moderationActs = sql`
  select d.account_id, 'moderation'::text as kind, d.id as subject_id, d.id as act_id, d.account_id as actor_id, null::bigint as post_id
  from moderation_decision d where d.action <> 'none' and d.undone_at is null and d.account_id is not null
  union all
  select d.account_id, 'appeal', d.id, p.answer_id, d.account_id, null
  from appeal p join moderation_decision d on d.id = p.decision_id where p.state <> 'open' and d.account_id is not null`;
