import type { Static } from "typebox";
import type { Id } from "../../platform/database/tables.ts";
import { pageText } from "../../platform/http/json-text.ts";
import { getCat } from "./access-cat.ts";
import { readBreed } from "./cat-body.ts";
import { type Day, latestBirthday } from "./calendar.ts";
import { knownColour, knownPattern } from "./coats.ts";
import type { CatDeps } from "./deps.ts";
import { type Filters, listFollowed, listNear, listNewest } from "./list-queries.ts";
import type { ListQuery } from "./schemas.ts";

type Asked = Static<typeof ListQuery>;

/** In whole years: from the first up to, but without, the second. */
const groups = { kitten: [0, 1], young: [1, 3], adult: [3, 11], senior: [11, Infinity] } as const;

function readFilters({ breed, colour, pattern, age }: Asked, today: Day): Filters {
  const [from, to] = age ? groups[age] : [0, Infinity];
  return {
    breed: breed === undefined ? undefined : readBreed("breed", breed),
    colour: colour === undefined ? undefined : knownColour(colour),
    pattern: pattern === undefined ? undefined : knownPattern(pattern),
    ...(from > 0 && { bornUpTo: latestBirthday(today, from) }),
    ...(to < Infinity && { bornAfter: latestBirthday(today, to) }),
  };
}

/** A page of the directory, or of the cats like one, as JSON. */
export async function directoryPage(deps: CatDeps, accountId: Id | null, asked: Asked): Promise<string> {
  const { db, cursors, presenter } = deps;
  const { limit = 20, cursor, sort = "newest", near } = asked;
  const filters = readFilters(asked, deps.today());
  const order = near === undefined ? sort : `near:${near}`;
  const list = `cats:${order}:${JSON.stringify(filters)}`;
  const position = cursors.open(list, cursor)?.split(":").map(Number);

  async function page<R extends { id: Id }>(
    rows: R[],
    positionOf: (row: R) => string | number,
  ): Promise<string> {
    const shown = rows.slice(0, limit);
    const texts = await presenter.textsOf(
      shown.map(({ id }) => id),
      accountId,
    );
    return pageText(texts, rows.length > limit ? cursors.seal(list, positionOf(shown.at(-1)!)) : null);
  }

  if (near !== undefined) {
    const cat = await getCat(db, near, accountId);
    const after = position && { likeness: position[0]!, id: position[1]! };
    const rows = await listNear(db, accountId, cat, filters, limit + 1, after);
    return page(rows, ({ likeness, id }) => `${likeness}:${id}`);
  }
  if (sort === "followers") {
    const after = position && { followers: position[0]!, id: position[1]! };
    const rows = await listFollowed(db, accountId, filters, limit + 1, after);
    return page(rows, ({ followers, id }) => `${followers}:${id}`);
  }
  const rows = await listNewest(db, accountId, filters, limit + 1, position?.[0]);
  return page(rows, ({ id }) => id);
}
