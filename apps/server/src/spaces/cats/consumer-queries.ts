import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";

/** Counts who follows these topics, as far as they are cats, anew. */
export async function recountFollowers(tx: Tx, topicIds: readonly Id[]): Promise<void> {
  await sql`
    with held as materialized (select id from cat where id = any(${topicIds}::bigint[]) order by id for no key update),
    counted as (select held.id, (select count(*) from topic_follow f where f.topic_id = held.id) as followers from held)
    update cat c set followers = counted.followers from counted where c.id = counted.id and c.followers <> counted.followers
  `.execute(tx);
}

export async function recountAllFollowers(tx: Tx): Promise<void> {
  await sql`
    update cat c set followers = n.followers
    from (select c.id, (select count(*) from topic_follow f where f.topic_id = c.id) as followers from cat c) n
    where c.id = n.id and c.followers <> n.followers
  `.execute(tx);
}

/** Says to each of the people of these cats that the other one's following has changed. */
export async function tellPeople(
  log: EventLog,
  tx: Tx,
  type: string,
  pairs: readonly { topicId: Id; accountId: Id }[],
): Promise<void> {
  await log.publishFrom(
    tx,
    sql`select 'account' as aggregatetype, p.account_id::text as aggregateid, ${type}::text as type,
        jsonb_build_object('accountId', p.account_id, 'actorId', given.account_id) as payload
      from unnest(${pairs.map((pair) => pair.topicId)}::bigint[], ${pairs.map((pair) => pair.accountId)}::bigint[]) as given(cat_id, account_id)
      join cat_person p on p.cat_id = given.cat_id`,
  );
}

/** The cats of these people, each once. */
export async function listCatsOf(tx: Tx, accountIds: readonly Id[]): Promise<Id[]> {
  if (accountIds.length === 0) return [];
  const rows = await tx
    .selectFrom("catPerson")
    .select("catId")
    .distinct()
    .where("accountId", "in", [...accountIds])
    .execute();
  return rows.map((row) => row.catId);
}
