import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { notFound } from "../../platform/http/problem.ts";
import { toId } from "../../platform/http/schemas.ts";

/** The id of a film that is shown. 404 for one that is not there, or no more. */
export async function getFilmId(db: Db | Tx, text: string): Promise<Id> {
  const id = toId(text);
  const film = await db
    .selectFrom("film")
    .select("id")
    .where("id", "=", id)
    .where("removedAt", "is", null)
    .executeTakeFirst();
  if (!film) throw notFound();
  return film.id;
}
