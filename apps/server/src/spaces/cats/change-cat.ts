import type { Id } from "../../platform/database/tables.ts";
import { lockOwnCat } from "./access-cat.ts";
import { readCat, requireOrder } from "./cat-body.ts";
import { type CatFields, updateCat } from "./cat-queries.ts";
import type { CatDeps } from "./deps.ts";
import { requireOwnPhoto } from "./register-cat.ts";
import type { EditCatBody } from "./schemas.ts";

/** Changes what is given and leaves the rest; a change that changes nothing tells nobody. */
export async function changeCat(
  { log, topics, today }: CatDeps,
  catId: Id,
  accountId: Id,
  body: EditCatBody,
): Promise<void> {
  const given = readCat(body, today());
  await log.commit(async (tx) => {
    const before = await lockOwnCat(tx, catId, accountId);
    const fields = Object.entries(given).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof CatFields]),
    );
    if (fields.length === 0) return;
    const changed = Object.fromEntries(fields) as Partial<CatFields>;
    requireOrder({ ...before, ...changed });
    await requireOwnPhoto(tx, accountId, changed.photoId);
    await updateCat(tx, catId, changed);
    topics.changed(tx, catId);
  });
}
