import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

/** Acts are kept this long, and this many groups of them for each person. */
const keptDays = 90;
const mostGroups = 1000;
/** Rows that one statement of the housekeeping deletes at the most. */
const atOnce = 10_000;

interface Source {
  kinds: readonly string[];
  acts: RawBuilder<unknown>;
  quietSeconds: number;
}

/** By which columns acts are looked up: values side by side. */
export type Keys = { postId: Id[] } | { postId: Id[]; actorId: Id[] } | { accountId: Id[]; actorId: Id[] };

const columns = { postId: "post_id", actorId: "actor_id", accountId: "account_id" } as const;

/** The id of an act that happens at this moment. */
const idAt = (days: number) =>
  sql`((extract(epoch from now() - make_interval(days => ${days})) * 1000)::bigint - 1704067200000) * 4096`;

/**
 * Makes the acts of a source that have these keys what the source tables say now. Answers whose acts have changed. Repeat-safe.
 * What is new is pushed to people with a subscribed browser, unless it is old already; `isDue` if there is such a one.
 */
export async function syncActs(
  tx: Tx,
  source: Source,
  keys: Keys,
): Promise<{ accountIds: Id[]; isDue: boolean }> {
  const names = Object.keys(keys) as (keyof typeof columns)[];
  const arrays = sql.join(names.map((name) => sql`${(keys as Record<string, Id[]>)[name]}::bigint[]`));
  const keyColumns = sql.join(names.map((name) => sql.id(columns[name])));
  const matches = (alias: string) =>
    sql.join(
      names.map((name) => sql`${sql.id(alias, columns[name])} = ${sql.id("touched", columns[name])}`),
      sql` and `,
    );
  const { rows } = await sql<{ accountId: Id; isDue: boolean }>`
    with touched as (select distinct * from unnest(${arrays}) as t(${keyColumns})),
    wanted as (
      select distinct s.account_id, s.kind, s.subject_id, s.act_id, s.actor_id, s.post_id
      from touched join (${source.acts}) s on ${matches("s")}
      where s.act_id >= ${idAt(keptDays)}
    ),
    gone as (
      delete from notification_act n using touched
      where ${matches("n")} and n.kind = any(${[...source.kinds]}::text[]) and not exists (
        select 1 from wanted w
        where w.account_id = n.account_id and w.kind = n.kind and w.subject_id = n.subject_id and w.act_id = n.act_id)
      returning n.account_id
    ),
    made as (
      insert into notification_act (account_id, kind, subject_id, act_id, actor_id, post_id)
      select account_id, kind, subject_id, act_id, actor_id, post_id from wanted
      order by account_id, kind, subject_id, act_id
      on conflict do nothing
      returning account_id, kind, subject_id, act_id
    ),
    bumped as (
      insert into notification as n (account_id, kind, subject_id, last_id, push_at)
      select account_id, kind, subject_id, max(act_id), case
          when max(act_id) >= ${idAt(1)} and exists (select 1 from push_subscription p where p.account_id = made.account_id) then now()
        end
      from made group by 1, 2, 3 order by 1, 2, 3
      on conflict (account_id, kind, subject_id) do update set
        last_id = greatest(n.last_id, excluded.last_id),
        push_at = coalesce(n.push_at,
          greatest(excluded.push_at, case when excluded.push_at is not null then n.pushed_at + ${source.quietSeconds} * interval '1 second' end))
      returning account_id, push_at
    )
    select account_id, false as is_due from gone union select account_id, push_at is not null from bumped
  `.execute(tx);
  return { accountIds: rows.map((row) => row.accountId), isDue: rows.some((row) => row.isDue) };
}

/** Who is told of acts with these keys, as it is now. */
export async function listReceivers(db: Db, source: Source, keys: Keys): Promise<Id[]> {
  const names = Object.keys(keys) as (keyof typeof columns)[];
  const arrays = sql.join(names.map((name) => sql`${(keys as Record<string, Id[]>)[name]}::bigint[]`));
  const matches = sql.join(
    names.map((name) => sql`n.${sql.id(columns[name])} = t.${sql.id(columns[name])}`),
    sql` and `,
  );
  const { rows } = await sql<{ accountId: Id }>`
    select distinct n.account_id from unnest(${arrays}) as t(${sql.join(names.map((name) => sql.id(columns[name])))})
    join notification_act n on ${matches} where n.kind = any(${[...source.kinds]}::text[])
  `.execute(db);
  return rows.map((row) => row.accountId);
}

/** Makes all acts anew; what was read stays read. */
export async function rebuildActs(tx: Tx, sources: readonly Source[]): Promise<void> {
  await sql`delete from notification_act`.execute(tx);
  for (const { acts } of sources) {
    await sql`
      insert into notification_act (account_id, kind, subject_id, act_id, actor_id, post_id)
      select s.account_id, s.kind, s.subject_id, s.act_id, s.actor_id, s.post_id from (${acts}) s where s.act_id >= ${idAt(keptDays)}
    `.execute(tx);
  }
  await sql`
    insert into notification as n (account_id, kind, subject_id, last_id)
    select account_id, kind, subject_id, max(act_id) from notification_act group by 1, 2, 3
    on conflict (account_id, kind, subject_id) do update set last_id = greatest(n.last_id, excluded.last_id)
  `.execute(tx);
  await deleteEmptyGroups(tx);
}

/** Everything that one person was told; what they did leaves by the events of its end. */
export async function deletePerson(tx: Tx, accountIds: readonly Id[]): Promise<void> {
  await sql`delete from notification_act where account_id = any(${[...accountIds]}::bigint[])`.execute(tx);
  await sql`delete from notification where account_id = any(${[...accountIds]}::bigint[])`.execute(tx);
}

async function deleteEmptyGroups(db: Db | Tx): Promise<void> {
  await sql`
    delete from notification n where not exists (
      select 1 from notification_act a where a.account_id = n.account_id and a.kind = n.kind and a.subject_id = n.subject_id)
  `.execute(db);
}

/** Deletes what is old, and of each person what is more than anybody looks at. A little at a time; repeat-safe. */
export async function sweepActs(db: Db): Promise<void> {
  for (;;) {
    const { numAffectedRows } = await sql`
      delete from notification_act where ctid = any(array(
        select ctid from notification_act where act_id < ${idAt(keptDays)} limit ${atOnce}))
    `.execute(db);
    if (Number(numAffectedRows ?? 0) < atOnce) break;
  }
  await sql`
    with much as (select account_id from notification group by account_id having count(*) > ${mostGroups}),
    surplus as (
      select account_id, kind, subject_id from (
        select n.account_id, n.kind, n.subject_id, row_number() over (partition by n.account_id order by n.last_id desc) as place
        from notification n join much on much.account_id = n.account_id
      ) ranked where place > ${mostGroups}
    )
    delete from notification_act a using surplus s
    where a.account_id = s.account_id and a.kind = s.kind and a.subject_id = s.subject_id
  `.execute(db);
  await deleteEmptyGroups(db);
}
