import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { textOf } from "../../platform/http/json-text.ts";
import { accountBytes, type People } from "../../modules/people/index.ts";
import { findBreed } from "./breeds.ts";
import { ageOn, type Day } from "./calendar.ts";
import { type CatRow, selectCats } from "./cat-row-queries.ts";

/** How cats are shown to somebody; null stands for someone signed out. */
export interface CatPresenter {
  /** The JSON of each, in their order. */
  texts(rows: readonly CatRow[], accountId: Id | null): Promise<string[]>;
  /** The JSON of those that the person may see, in the order given. */
  textsOf(ids: readonly Id[], accountId: Id | null, db?: Db | Tx): Promise<string[]>;
}

const breedOf = (id: string | null) => {
  const breed = id === null ? undefined : findBreed(id);
  return breed ? { id: breed.id, name: breed.name } : null;
};

/** The fields of a cat before its people, as JSON without the closing brace. */
function headOf(row: CatRow, today: string): string {
  const { birthday, memorialOn } = row;
  const fields = {
    id: String(row.id),
    name: row.name,
    breed: breedOf(row.breed),
    birthday,
    birthdayPrecision: row.birthdayPrecision,
    adoptedOn: row.adoptedOn,
    age: birthday === null ? null : ageOn(birthday, memorialOn ?? today),
    sex: row.sex,
    neutered: row.neutered,
    colour: row.colour,
    pattern: row.pattern,
    personality: row.personality,
    story: row.story,
    photo: row.photo,
    counts: { posts: row.posts, photos: row.photos, followers: row.followers },
    memorialOn,
    private: row.isPrivate,
    createdAt: row.createdAt.toISOString(),
  };
  return JSON.stringify(fields).slice(0, -1);
}

export function createCatPresenter(db: Db, people: People, dayOf: () => Day): CatPresenter {
  async function texts(rows: readonly CatRow[], accountId: Id | null): Promise<string[]> {
    if (rows.length === 0) return [];
    const reader = await people.presenter.relationsOf(accountId);
    const accounts = await people.accounts.getMany([...new Set(rows.flatMap((row) => row.peopleIds))]);
    const today = dayOf();
    return rows.map((row) => {
      const theirs = row.peopleIds.flatMap((id) => {
        const account = accounts.get(id);
        return account ? [textOf(accountBytes(account, reader))] : [];
      });
      const viewer =
        accountId === null
          ? "null"
          : `{"following":${row.following},"isMine":${row.isMine},"invited":${row.invited}}`;
      return `${headOf(row, today)},"people":[${theirs.join(",")}],"viewer":${viewer}}`;
    });
  }
  return {
    texts,
    textsOf: async (ids, accountId, from = db) => texts(await selectCats(from, ids, accountId), accountId),
  };
}
