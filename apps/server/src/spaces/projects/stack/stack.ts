import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { invalid } from "../../../platform/http/problem.ts";
import { cleanLine } from "../../../modules/people/index.ts";
import type { TechnologyId } from "../tables.ts";
import type { FindKeys } from "./known-technologies.ts";
import { keyOf, slugOf } from "./technology-name.ts";
import { addTechnology, findByKeys, syncKnown } from "./technology-queries.ts";
import { technologies } from "./technologies.ts";

export const mostTechnologies = 20;
const longest = 40;

/** A name by its spelling, in order, each once. Throws a 422 for what is no name, and for too many. */
function readNames(field: string, names: readonly string[]): Map<string, string> {
  const read = new Map<string, string>();
  for (const given of names) {
    const name = cleanLine(field, given, { min: 1, max: longest });
    const key = keyOf(name);
    if (key === "" || slugOf(name) === "") throw invalid(field, `must be names; ${name} is none`);
    if (!read.has(key)) read.set(key, name);
  }
  if (read.size > mostTechnologies)
    throw invalid(field, `must have ${mostTechnologies} technologies at the most`, "too-many");
  return read;
}

/** The technologies that ids, names or aliases stand for, each once; names that nobody has used become new ones. */
export async function takeStack(
  tx: Tx,
  field: string,
  names: readonly string[],
  addedBy: Id,
): Promise<TechnologyId[]> {
  const read = readNames(field, names);
  const known = await findByKeys(tx, [...read.keys()]);
  const ids: TechnologyId[] = [];
  for (const [key, name] of read)
    ids.push(
      known.get(key) ??
        (await addTechnology(tx, { key, slug: slugOf(name).slice(0, longest), name, addedBy })),
    );
  return [...new Set(ids)];
}

/** As `takeStack` for a filter, which adds nothing: what nobody has named is undefined. */
export async function findStack(
  find: FindKeys,
  field: string,
  names: readonly string[],
): Promise<(TechnologyId | undefined)[]> {
  const keys = [...readNames(field, names).keys()];
  const known = await find(keys);
  return keys.map((key) => known.get(key));
}

/** Makes sure that the database has what the program knows. Safe to repeat, also by several processes at once. */
export async function syncTechnologies(db: Db): Promise<void> {
  await syncKnown(
    db,
    technologies.map(({ slug, name, aliases }) => ({
      slug,
      name,
      keys: [...new Set([slug, name, ...aliases].map(keyOf))],
    })),
  );
}
