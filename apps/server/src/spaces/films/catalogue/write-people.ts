import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { CatalogueDeps } from "./deps.ts";
import { idKey, type PersonInput } from "./film-input.ts";
import { findPersonIds, insertPeople, insertPersonIds, updatePeople } from "./people-queries.ts";

export interface WrittenPeople {
  /** Who stands behind each external id that was given. */
  ids: Map<string, Id>;
  created: number;
  changed: number;
}

/** Writes people, by what they are called elsewhere; those who are not known yet and have no name are left out. */
export async function writePeople(
  { topics }: CatalogueDeps,
  tx: Tx,
  people: readonly PersonInput[],
): Promise<WrittenPeople> {
  const found = await findPersonIds(
    tx,
    people.flatMap((person) => person.ids),
  );
  const ids = new Map(found.map((known) => [idKey(known), known.id]));
  const fresh: PersonInput[] = [];
  const known = new Map<Id, PersonInput>();
  const awaited = new Set<string>();
  for (const person of people) {
    const id = person.ids.map((one) => ids.get(idKey(one))).find((one) => one !== undefined);
    if (id !== undefined) known.set(id, person);
    else if (
      (person.nameKo !== undefined || person.nameEn !== undefined) &&
      !person.ids.some((one) => awaited.has(idKey(one)))
    ) {
      for (const one of person.ids) awaited.add(idKey(one));
      fresh.push(person);
    }
  }
  const topicIds = await topics.createMany(tx, "film-people", fresh.length);
  const created = fresh.map((person, place) => ({ ...person, id: topicIds[place]! }));
  await insertPeople(tx, created.map(toRow));
  const changed = await updatePeople(
    tx,
    [...known].map(([id, person]) => toRow({ ...person, id })),
  );
  const all = [...created, ...[...known].map(([id, person]) => ({ ...person, id }))];
  const called = all.flatMap(({ id, ids: names }) => names.map((name) => ({ ...name, personId: id })));
  const unknown = called.filter((name) => !ids.has(idKey(name)));
  await insertPersonIds(tx, unknown);
  for (const name of unknown) ids.set(idKey(name), name.personId);
  await topics.haveChanged(tx, [...topicIds, ...changed]);
  return { ids, created: created.length, changed: changed.length };
}

const toRow = ({ id, nameKo, nameEn, born, died }: PersonInput & { id: Id }) => ({
  id,
  nameKo,
  nameEn,
  born,
  died,
});
