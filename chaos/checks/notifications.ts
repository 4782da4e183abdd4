import type pg from "pg";
import { type Checked, compareMaps } from "./check.ts";
import { type Reader, readAll } from "./reading.ts";

/** Everything done to somebody, plainly from the tables: who is told of what, by whom, and which post they must be allowed to see. */
const acts = `
  select q.author_id as told, 'like' as kind, l.post_id as subject, l.id as act, l.account_id as actor, l.post_id as post
    from post_like l, post q where q.id = l.post_id and q.author_id <> l.account_id
  union all
  select q.author_id, case when q.parent_id is null then 'comment' else 'answer' end, q.id, c.id, c.author_id, c.id
    from post c, post q where c.parent_id = q.id and q.author_id <> c.author_id
  union all
  select m.account_id, 'mention', p.id, p.id, p.author_id, p.id
    from post_mention m join post p on p.id = m.post_id left join post q on q.id = p.parent_id
    where m.account_id <> p.author_id and q.author_id is distinct from m.account_id
  union all
  select followee_id, 'follow', extract(epoch from date_trunc('day', id_time(id), 'UTC') - '2024-01-01 00:00Z'::timestamptz)::bigint / 86400,
    id, follower_id, null from follow where not accepted
  union all
  select follower_id, 'follow-accepted', followee_id, id, followee_id, null from follow where accepted
  union all
  select followee_id, 'follow-request', follower_id, id, follower_id, null from follow_request`;

const stored = "select account_id, kind, subject_id, act_id, actor_id, post_id from notification_act";

/** Those acts that one person may hear of now. A post is seen with the post that its thread begins with: hidden, it takes one's own comments along. */
const heard = `
  with seen as (
    select p.id, p.author_id, p.root_id, p.parent_id, p.hidden_at is not null as hidden,
      p.author_id = $1 or (p.hidden_at is null
        and not exists (select from block b where (b.blocker_id, b.blocked_id) in ((p.author_id, $1), ($1, p.author_id)))
        and ((p.visibility = 'public' and not a.is_private)
          or exists (select from follow f where f.follower_id = $1 and f.followee_id = p.author_id))) as open
    from post p join account a on a.id = p.author_id)
  select act.kind, act.subject::text, act.act::text, act.actor::text, act.act > coalesce(n.read_id, 0) as is_new
  from (${acts}) act
  left join seen p on p.id = act.post left join seen r on r.id = p.root_id left join seen q on q.id = p.parent_id
  left join notification n on n.account_id = act.told and n.kind = act.kind and n.subject_id = act.subject
  where act.told = $1
    and not exists (select from block b where (b.blocker_id, b.blocked_id) in ((act.actor, $1), ($1, act.actor)))
    and not exists (select from mute m where m.muter_id = $1 and m.muted_id = act.actor)
    and (act.post is null or (p.open and not p.hidden
      and (r.id is null or (not r.hidden and (p.author_id = $1 or r.open)))
      and (q.id is null or p.author_id = $1 or not q.hidden)))
  order by act.act desc`;

interface Heard {
  kind: string;
  subject: string;
  act: string;
  actor: string;
  is_new: boolean;
}

interface Shown {
  id: string;
  kind: string;
  count: number;
  actors: { id: string }[];
}

const mostUnread = 100;
const shownActors = 4;

/** Whether people are told exactly what was done: nothing lost, nothing twice, and as many unread as there are. */
export async function checkNotifications(pool: pg.Pool, readers: readonly Reader[]): Promise<Checked[]> {
  const rows = await pool.query<{ what: string }>(`
    select format('%s of account %s about %s: act %s by %s is lost', kind, told, subject, act, actor) as what
      from (${acts} except ${stored}) lost
    union all
    select format('%s of account %s about %s: act %s by %s is told and was not done', kind, account_id, subject_id, act_id, actor_id)
      from (${stored} except (${acts})) surplus
    union all
    select format('%s of account %s about %s: the group ends at %s, before its newest act %s', a.kind, a.account_id, a.subject_id, n.last_id, max(a.act_id))
      from notification_act a left join notification n on n.account_id = a.account_id and n.kind = a.kind and n.subject_id = a.subject_id
      group by a.kind, a.account_id, a.subject_id, n.last_id having n.last_id is null or n.last_id < max(a.act_id)`);
  const total = await pool.query<{ count: string }>(`select count(*) from (${acts}) act`);
  const lists: Checked = { name: "notifications as people read them", looked: 0, differences: [] };
  for (const reader of readers) {
    lists.looked++;
    lists.differences.push(...(await checkList(pool, reader)));
  }
  return [
    {
      name: "notifications against what was done",
      looked: Number(total.rows[0]!.count),
      differences: rows.rows.map(({ what }) => what),
    },
    lists,
  ];
}

async function checkList(pool: pg.Pool, { id, handle, read, at }: Reader): Promise<string[]> {
  const { rows } = await pool.query<Heard>(heard, [id]);
  const groups = Map.groupBy(rows, ({ kind, subject }) => `${kind} ${subject}`);
  const expected = [...groups.values()].map((group) => {
    const actors = [...new Set(group.map(({ actor }) => actor))];
    return describe(group[0]!.kind, group[0]!.act, actors.length, actors);
  });
  const items = await readAll<Shown>(read, "/notifications");
  const found = items.map((item) =>
    describe(
      item.kind,
      item.id,
      item.count,
      item.actors.map((actor) => actor.id),
    ),
  );
  const who = `for @${handle} at ${at}: notification`;
  const differences = compareMaps(who, numbered(expected), numbered(found));
  if (differences.length === 0 && expected.join() !== found.join())
    differences.push(`${who}s are in another order`);
  const unread = [...groups.values()].filter((group) => group.some((act) => act.is_new)).length;
  const told = (await read<{ unread: number }>("/notifications/unread")).unread;
  if (told !== Math.min(mostUnread, unread))
    differences.push(`for @${handle} at ${at}: ${told} are unread and it should be ${unread}`);
  return differences;
}

const describe = (kind: string, act: string, count: number, actors: readonly string[]) =>
  `${kind} ${act}: ${count} by ${actors.slice(0, shownActors).join(" ")}`;

/** By what stands before the colon; the same twice becomes two. */
function numbered(lines: readonly string[]): Map<string, string> {
  const all = new Map<string, string>();
  for (const line of lines) {
    const [name, rest] = line.split(": ", 2) as [string, string];
    let key = name;
    while (all.has(key)) key += " again";
    all.set(key, rest);
  }
  return all;
}
