import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { Problem } from "../../platform/http/problem.ts";
import { notYourPhoto, readCat, requireOrder } from "./cat-body.ts";
import { countCatsOf, holdOwnPhoto, insertCat, insertPerson } from "./cat-queries.ts";
import type { CatDeps } from "./deps.ts";
import { catRegistered } from "./events.ts";
import type { EditCatBody } from "./schemas.ts";

const mostCats = 100;

export const tooManyCats = () =>
  new Problem(422, "too-many", `Nobody can have more than ${mostCats} cats here.`);
export const hasTooMany = (count: number) => count > mostCats;

export async function requireOwnPhoto(tx: Tx, accountId: Id, photoId: Id | null | undefined): Promise<void> {
  if (photoId && !(await holdOwnPhoto(tx, accountId, photoId))) throw notYourPhoto();
}

/** Registers a cat, of which the person is the first; answers its id. */
export async function registerCat(
  { log, topics, today }: CatDeps,
  tx: Tx,
  accountId: Id,
  body: EditCatBody & { name: string },
): Promise<Id> {
  const { name = "", ...fields } = readCat(body, today());
  requireOrder({ birthday: null, adoptedOn: null, memorialOn: null, ...fields });
  await requireOwnPhoto(tx, accountId, fields.photoId);
  const catId = await topics.create(tx, "cats");
  await insertCat(tx, catId, { name, ...fields });
  await insertPerson(tx, catId, accountId, null);
  if (hasTooMany(await countCatsOf(tx, accountId))) throw tooManyCats();
  log.publish(tx, catRegistered({ catId, accountId }));
  return catId;
}
