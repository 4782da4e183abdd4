import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { notFound, Problem } from "../../platform/http/problem.ts";
import { toId } from "../../platform/http/schemas.ts";
import { findStanding, lockCat, type LockedCat } from "./cat-queries.ts";
import { type CatRow, selectCats } from "./cat-row-queries.ts";

export const notYours = () => new Problem(403, "not-yours", "Only its people may do this.");

/** The cat of a path. Throws the same 404 for one that the person may not see as for one that never was. */
export async function getCat(db: Db | Tx, id: string, accountId: Id | null): Promise<CatRow> {
  const [cat] = await selectCats(db, [toId(id)], accountId);
  if (!cat) throw notFound();
  return cat;
}

/** As `getCat`, for what only its people may do: others who may see it get a 403. */
export async function getOwnCat(db: Db | Tx, id: string, accountId: Id): Promise<CatRow> {
  const cat = await getCat(db, id, accountId);
  if (!cat.isMine) throw notYours();
  return cat;
}

/** As `getOwnCat`, held until the transaction ends; with its people, in the order in which they came. */
export async function lockOwnCat(
  tx: Tx,
  id: Id,
  accountId: Id,
  how?: "alone",
): Promise<LockedCat & { peopleIds: Id[] }> {
  const cat = await lockCat(tx, id, how);
  const { isVisible, peopleIds } = cat
    ? await findStanding(tx, id, accountId)
    : { isVisible: false, peopleIds: [] };
  if (!cat || !isVisible) throw notFound();
  if (!peopleIds.includes(accountId)) throw notYours();
  return { ...cat, peopleIds };
}
