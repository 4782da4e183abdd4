import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Id, PostKind, Visibility } from "../../platform/database/tables.ts";

/** What is announced of a post that is hidden, or shown again. */
export interface HiddenFacts {
  id: Id;
  kind: PostKind;
  authorId: Id;
  parentId: Id | null;
  rootId: Id | null;
  visibility: Visibility;
  tags: string[];
  topics: Id[];
}

/** Whether moderators have hidden it. */
export async function isWithheld(tx: Tx, id: Id): Promise<boolean> {
  const row = await tx
    .selectFrom("post")
    .select("id")
    .where("id", "=", id)
    .where("withheldAt", "is not", null)
    .executeTakeFirst();
  return row !== undefined;
}

const facts = sql`p.id, p.kind, p.author_id, p.parent_id, p.root_id, p.visibility, p.tags, p.topics`;

/** The post when this has withheld it; undefined when it was so already, or is not there. */
export async function withholdPost(
  tx: Tx,
  id: Id,
): Promise<(HiddenFacts & { wasHidden: boolean }) | undefined> {
  const { rows } = await sql<HiddenFacts & { wasHidden: boolean }>`
    with before as (select id, hidden_at from post where id = ${id} and withheld_at is null for no key update)
    update post p set withheld_at = now(), hidden_at = coalesce(p.hidden_at, now()) from before where p.id = before.id
    returning ${facts}, before.hidden_at is not null as was_hidden
  `.execute(tx);
  return rows[0];
}

export async function releasePost(tx: Tx, id: Id, staysHidden: boolean): Promise<HiddenFacts | undefined> {
  const { rows } = await sql<HiddenFacts>`
    update post p set withheld_at = null, hidden_at = case when ${staysHidden} then p.hidden_at end
    where p.id = ${id} and p.withheld_at is not null returning ${facts}
  `.execute(tx);
  return rows[0];
}
