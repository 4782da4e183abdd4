import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";

export interface ForgottenTypes {
  deleted: string;
  unliked: string;
  unbookmarked: string;
}

/** Somebody's posts and every comment below them, others' too. */
const branches = (accountId: Id) => sql`
  with recursive branch as (
    select id from post where author_id = ${accountId}
    union
    select child.id from post child join branch on child.parent_id = branch.id
  )`;

/** Keeps comments from being added below what is about to go. */
export async function lockBranches(tx: Tx, accountId: Id): Promise<void> {
  await sql`select count(*) from (${branches(accountId)} select p.id from post p where p.id in (select id from branch) order by p.id for update) locked`.execute(
    tx,
  );
}

/** Announces everything of this module that goes with an account, in the database: it may be a life's worth. */
export async function logForgotten(
  log: EventLog,
  tx: Tx,
  accountId: Id,
  types: ForgottenTypes,
): Promise<void> {
  await log.publishFrom(
    tx,
    sql`${branches(accountId)}
      select 'post' as aggregatetype, p.id::text as aggregateid, ${types.deleted}::text as type,
        jsonb_build_object('postId', p.id, 'kind', p.kind, 'authorId', p.author_id, 'parentId', p.parent_id, 'rootId', p.root_id,
          'visibility', p.visibility, 'tags', p.tags, 'topics', p.topics, 'hidden', p.hidden_at is not null) as payload
      from post p where p.id in (select id from branch) order by p.id`,
  );
  for (const [table, type] of [
    ["post_like", types.unliked],
    ["bookmark", types.unbookmarked],
  ] as const) {
    await log.publishFrom(
      tx,
      sql`select 'post' as aggregatetype, m.post_id::text as aggregateid, ${type}::text as type,
          jsonb_build_object('postId', m.post_id, 'accountId', m.account_id, 'authorId', p.author_id) as payload
        from ${sql.table(table)} m join post p on p.id = m.post_id where m.account_id = ${accountId}`,
    );
  }
}
