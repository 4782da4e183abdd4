import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { CatalogueDeps } from "./deps.ts";
import { type CreditInput, idKey, type PersonInput } from "./film-input.ts";
import {
  type CreditRow,
  findPersonIds,
  insertPersonIds,
  readNamesIn,
  replaceCredits,
} from "./people-queries.ts";
import { writePeople } from "./write-people.ts";

const nameKey = (filmId: Id, name: string) => `${filmId} ${name.toLowerCase()}`;

/** Whoever is in a film already under the same name is the same person, though the source calls them by an id that is new here. */
async function knowAgain(tx: Tx, given: ReadonlyMap<Id, readonly CreditInput[]>): Promise<void> {
  const people = [...given.values()].flatMap((credits) => credits.map(({ person }) => person));
  const found = await findPersonIds(
    tx,
    people.filter(isNamed).flatMap(({ ids }) => ids),
  );
  const known = new Set(found.map(idKey));
  const strangers = [...given].flatMap(([filmId, credits]) =>
    credits
      .map(({ person }) => ({ filmId, person }))
      .filter(({ person }) => isNamed(person) && !person.ids.some((id) => known.has(idKey(id)))),
  );
  if (strangers.length === 0) return;
  const names = new Map<string, Id>();
  for (const { filmId, personId, nameKo, nameEn } of await readNamesIn(tx, [
    ...new Set(strangers.map(({ filmId }) => filmId)),
  ]))
    for (const name of [nameKo, nameEn]) if (name !== null) names.set(nameKey(filmId, name), personId);
  await insertPersonIds(
    tx,
    strangers.flatMap(({ filmId, person }) => {
      const personId = [person.nameKo, person.nameEn]
        .map((name) => (name === undefined ? undefined : names.get(nameKey(filmId, name))))
        .find((id) => id !== undefined);
      return personId === undefined ? [] : person.ids.map((id) => ({ ...id, personId }));
    }),
  );
}

const isNamed = ({ nameKo, nameEn }: PersonInput) => nameKo !== undefined || nameEn !== undefined;

export interface WrittenCredits {
  people: { created: number; changed: number };
  /** Credits of people whom nobody has named. */
  unknown: number;
}

/** Makes these all credits of the films, and writes the people in them. */
export async function writeCredits(
  deps: CatalogueDeps,
  tx: Tx,
  given: ReadonlyMap<Id, readonly CreditInput[]>,
): Promise<WrittenCredits> {
  if (given.size === 0) return { people: { created: 0, changed: 0 }, unknown: 0 };
  await knowAgain(tx, given);
  const people = new Map<string, PersonInput>();
  for (const credits of given.values())
    for (const { person } of credits) people.set(person.ids.map(idKey).join(), person);
  const { ids, created, changed } = await writePeople(deps, tx, [...people.values()]);

  const rows = new Map<string, CreditRow>();
  let unknown = 0;
  for (const [filmId, credits] of given)
    for (const [position, { person, role, character }] of credits.entries()) {
      const personId = person.ids.map((id) => ids.get(idKey(id))).find((id) => id !== undefined);
      if (personId === undefined) unknown += 1;
      else {
        const key = `${filmId} ${role} ${personId}`;
        if (!rows.has(key)) rows.set(key, { filmId, personId, role, position, character });
      }
    }
  await replaceCredits(tx, [...given.keys()], [...rows.values()]);
  return { people: { created, changed }, unknown };
}
