import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { mediaJson } from "../../platform/media/media-json.ts";
import type { Media } from "../../platform/media/media-schema.ts";
import type { Day, Precision } from "./calendar.ts";

/** A cat with all that its page shows but the people themselves. */
export interface CatRow {
  id: Id;
  name: string;
  breed: string | null;
  birthday: Day | null;
  birthdayPrecision: Precision | null;
  adoptedOn: Day | null;
  memorialOn: Day | null;
  sex: "female" | "male" | null;
  neutered: boolean | null;
  colour: string | null;
  pattern: string | null;
  personality: string[];
  story: string;
  photo: Media | null;
  isPrivate: boolean;
  createdAt: Date;
  posts: number;
  photos: number;
  followers: number;
  /** In the order in which they came. */
  peopleIds: Id[];
  /** Whether the one who asks is invited, follows it, and is one of its people. */
  invited: boolean;
  following: boolean;
  isMine: boolean;
}

/**
 * Whether the cat `c` is for everybody: not private itself, nor by all its people being so. Asked of one cat after the other: as a join the
 * planner would begin with all people there are.
 */
export const isOpen: RawBuilder<boolean> = sql<boolean>`(not c.is_private and (
  select bool_or(not a.is_closed) from cat_person h join account a on a.id = h.account_id where h.cat_id = c.id))`;

/** Whether one of its people, of whom this may say more, is not suspended. */
const isSomebodys = (more: RawBuilder<unknown> = sql``) => sql`exists (
  select 1 from cat_person h ${more} join account a on a.id = h.account_id where h.cat_id = c.id and a.standing <> 'suspended')`;
const isOneOf = (me: RawBuilder<unknown>) =>
  sql`exists (select 1 from cat_person h where h.cat_id = c.id and h.account_id = ${me})`;
const isInvited = (me: RawBuilder<unknown>) =>
  sql`exists (select 1 from cat_invitation i where i.cat_id = c.id and i.account_id = ${me})`;

/**
 * Whether somebody (null: someone signed out) may see the cat `c`. The one place that decides it: its people always; nobody between whom and
 * one of them is a block; a private one is for those who follow one of them, and for whom they have invited; one whose people are all
 * suspended for nobody.
 */
export function isVisible(accountId: Id | null): RawBuilder<boolean> {
  if (accountId === null) return isOpen;
  const me = sql`${accountId}::bigint`;
  return sql<boolean>`(${isOneOf(me)} or (
    not exists (select 1 from cat_person h where h.cat_id = c.id and (
      exists (select 1 from block b where b.blocker_id = h.account_id and b.blocked_id = ${me})
      or exists (select 1 from block b where b.blocker_id = ${me} and b.blocked_id = h.account_id)))
    and (${isOpen} or (${isInvited(me)} and ${isSomebodys()}) or ${isSomebodys(
      sql`join follow f on f.followee_id = h.account_id and f.follower_id = ${me}`,
    )})))`;
}

/** The columns of a `CatRow`, for a statement that has the cat as `c`. */
export function catColumns(accountId: Id | null): RawBuilder<unknown> {
  const me = sql`${accountId}::bigint`;
  return sql`c.id, c.name, c.breed, c.birthday::text, c.birthday_precision, c.adopted_on::text, c.memorial_on::text, c.sex, c.neutered,
    c.colour, c.pattern, c.personality, c.story, c.is_private, c.created_at, c.followers,
    (select ${mediaJson("m")} from media m where m.id = c.photo_id) as photo,
    coalesce((select posts from topic_stats where topic_id = c.id), 0) as posts,
    coalesce((select pictures from topic_stats where topic_id = c.id), 0) as photos,
    array(select h.account_id from cat_person h where h.cat_id = c.id order by h.id) as people_ids,
    ${isInvited(me)} as invited, ${isOneOf(me)} as is_mine,
    exists (select 1 from topic_follow f where f.topic_id = c.id and f.account_id = ${me}) as following`;
}

/** Those of the cats that somebody may see, in the order given. */
export async function selectCats(db: Db | Tx, ids: readonly Id[], accountId: Id | null): Promise<CatRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<CatRow>`
    select ${catColumns(accountId)} from cat c where c.id = any(${ids}::bigint[]) and ${isVisible(accountId)}
    order by array_position(${ids}::bigint[], c.id)
  `.execute(db);
  return rows;
}

/** Those of the cats that somebody may see. */
export async function listVisibleIds(db: Db | Tx, ids: readonly Id[], accountId: Id): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select c.id from cat c where c.id = any(${ids}::bigint[]) and ${isVisible(accountId)}
  `.execute(db);
  return rows.map((row) => row.id);
}
