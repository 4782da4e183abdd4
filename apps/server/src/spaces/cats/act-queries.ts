import { sql } from "kysely";

/** Posts of others that show a cat, to its people; by the cat. */
export const taggedActs = sql`
  select h.account_id, 'cat-tagged'::text as kind, t.topic_id as subject_id, p.id as act_id, p.author_id as actor_id, p.id as post_id
  from post p join post_topic t on t.post_id = p.id join cat_person h on h.cat_id = t.topic_id
  where not exists (select 1 from cat_person o where o.cat_id = t.topic_id and o.account_id = p.author_id)`;

/** Who follows a cat, to its people: what came after they were so; by the cat. */
export const followActs = sql`
  select h.account_id, 'cat-follow'::text as kind, f.topic_id as subject_id, f.id as act_id, f.account_id as actor_id, null::bigint as post_id
  from topic_follow f join cat_person h on h.cat_id = f.topic_id
  where f.id > h.id and not exists (select 1 from cat_person o where o.cat_id = f.topic_id and o.account_id = f.account_id)`;

/** Invitations, to the invited; by the cat. One that was accepted stays what it was, so that it is not told anew. */
export const inviteActs = sql`
  select i.account_id, 'cat-invite'::text as kind, i.cat_id as subject_id, i.id as act_id, i.from_id as actor_id, null::bigint as post_id
  from cat_invitation i
  union all
  select h.account_id, 'cat-invite', h.cat_id, h.invitation_id, h.invited_by, null
  from cat_person h where h.invitation_id is not null and h.invited_by is not null`;

/** Who came by one's invitation; by the cat. */
export const acceptedActs = sql`
  select h.invited_by as account_id, 'cat-invite-accepted'::text as kind, h.cat_id as subject_id, h.id as act_id, h.account_id as actor_id,
    null::bigint as post_id
  from cat_person h where h.invited_by is not null`;
