import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../database/database.ts";
import type { Id, MediaVariant } from "../database/tables.ts";
import type { MediaRow } from "./media-schema.ts";

const shown = ["id", "width", "height", "alt", "placeholder", "variants"] as const;

/** What is the same for every row of one picture. */
export interface Picture {
  hash: string;
  width: number;
  height: number;
  bytes: number;
  placeholder: string;
  variants: MediaVariant[];
}

export async function findPicture(db: Db | Tx, hash: string): Promise<Picture | undefined> {
  return db
    .selectFrom("media")
    .select(["hash", "width", "height", "bytes", "placeholder", "variants"])
    .where("hash", "=", hash)
    .limit(1)
    .executeTakeFirst();
}

export async function insertMedia(
  tx: Db | Tx,
  ownerId: Id,
  alt: string,
  picture: Picture,
): Promise<MediaRow> {
  return tx
    .insertInto("media")
    .values({ ...picture, ownerId, alt, variants: JSON.stringify(picture.variants) })
    .returning(shown)
    .executeTakeFirstOrThrow();
}

export async function updateAlt(tx: Tx, id: Id, ownerId: Id, alt: string): Promise<MediaRow | undefined> {
  return tx
    .updateTable("media")
    .set({ alt })
    .where("id", "=", id)
    .where("ownerId", "=", ownerId)
    .returning(shown)
    .executeTakeFirst();
}

export async function listPostsWith(tx: Tx, mediaId: Id): Promise<Id[]> {
  const rows = await tx.selectFrom("postMedia").select("postId").where("mediaId", "=", mediaId).execute();
  return rows.map((row) => row.postId);
}

/** The bytes that all pictures use together; one that several rows share counts once. */
export async function sumBytes(db: Db): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(bytes), 0)::bigint as bytes from (select distinct on (hash) bytes from media order by hash) one
  `.execute(db);
  return rows[0]!.bytes;
}

/** Held to the end of the transaction: while a row is added for a picture (`shared`) its files are not removed. */
export async function lockPicture(tx: Tx, hash: string, how: "shared" | "alone"): Promise<void> {
  const key = sql`hashtext(${`media:${hash}`})`;
  await (
    how === "shared"
      ? sql`select pg_advisory_xact_lock_shared(${key})`
      : sql`select pg_advisory_xact_lock(${key})`
  ).execute(tx);
}

/** Whoever holds this lock, in SQL, finds the files of all pictures that there were. */
export const picturesStill = "hashtext('media-still')";

/** Whether files may be removed now, held to the end of the transaction: not while a backup reads them. */
export async function mayRemove(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select pg_try_advisory_xact_lock_shared(${sql.raw(picturesStill)}) as may`.execute(tx);
  return rows[0]!.may;
}

/** Those of the hashes that no row has. */
export async function listUnused(db: Db | Tx, hashes: string[]): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    select hash from unnest(${hashes}::text[]) as given(hash) where not exists (select from media where media.hash = given.hash)
  `.execute(db);
  return rows.map((row) => row.hash);
}

/** Where pictures are used, as the foreign keys say: features and spaces add to it by their tables alone. */
async function readUses(db: Db): Promise<{ table: string; column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.relname as table, a.attname as column
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.confrelid = 'media'::regclass and k.contype = 'f'
  `.execute(db);
  return rows;
}

async function unattachedIn(db: Db): Promise<RawBuilder<boolean>> {
  const uses = (await readUses(db)).map(
    ({ table, column }) =>
      sql`not exists (select from ${sql.table(table)} u where u.${sql.ref(column)} = m.id)`,
  );
  return sql<boolean>`m.created_at < now() - interval '1 day'
    and not exists (select from post_edit e join post p on p.id = e.post_id where p.author_id = m.owner_id and m.id = any(e.media_ids))
    and ${sql.join(uses, sql` and `)}`;
}

/** Deletes the rows of pictures that were uploaded and then not used for a day. Answers their hashes. */
export async function deleteUnattached(db: Db): Promise<string[]> {
  const unattached = await unattachedIn(db);
  return db.transaction().execute(async (tx) => {
    // Held first and looked at once more: a post that takes one meanwhile would otherwise lose it by the cascade.
    const held = await sql<{
      id: Id;
    }>`select m.id from media m where ${unattached} for update skip locked`.execute(tx);
    const ids = held.rows.map((row) => row.id);
    if (ids.length === 0) return [];
    const { rows } = await sql<{ hash: string }>`
      delete from media m where m.id = any(${ids}::bigint[]) and ${unattached} returning hash
    `.execute(tx);
    return rows.map((row) => row.hash);
  });
}
