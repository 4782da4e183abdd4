import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id, MediaVariant } from "../../platform/database/tables.ts";

/** What somebody says of a picture, instead of what was said of it before. */
export async function upsertCorrection(
  tx: Tx,
  correction: { catId: Id; accountId: Id; mediaId: Id; breed: string; consent: boolean },
): Promise<void> {
  await tx
    .insertInto("catCorrection")
    .values(correction)
    .onConflict((conflict) =>
      conflict.column("mediaId").doUpdateSet((row) => ({
        catId: row.ref("excluded.catId"),
        accountId: row.ref("excluded.accountId"),
        breed: row.ref("excluded.breed"),
        consent: row.ref("excluded.consent"),
        createdAt: row.ref("excluded.createdAt"),
      })),
    )
    .execute();
}

/** Takes back what somebody has said of a picture, or of all their pictures of a cat. False when there was nothing. */
export async function deleteCorrections(
  tx: Db | Tx,
  accountId: Id,
  catId: Id,
  mediaId: Id | undefined,
): Promise<boolean> {
  const rows = await tx
    .deleteFrom("catCorrection")
    .where("accountId", "=", accountId)
    .where("catId", "=", catId)
    .$if(mediaId !== undefined, (query) => query.where("mediaId", "=", mediaId!))
    .returning("id")
    .execute();
  return rows.length > 0;
}

export interface ConsentedPicture {
  id: Id;
  hash: string;
  breed: string;
  variants: MediaVariant[];
}

/** Pictures that may be learnt from, behind an id, by id; of those whose files are the same the first only. */
export async function listConsented(db: Db, after: Id, limit: number): Promise<ConsentedPicture[]> {
  const { rows } = await sql<ConsentedPicture>`
    select k.id, m.hash, k.breed, m.variants from cat_correction k join media m on m.id = k.media_id
    where k.consent and k.id > ${after} and not exists (
      select 1 from cat_correction o join media n on n.id = o.media_id where o.consent and n.hash = m.hash and o.id < k.id)
    order by k.id limit ${limit}
  `.execute(db);
  return rows;
}
