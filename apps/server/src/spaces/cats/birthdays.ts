import type { Id } from "../../platform/database/tables.ts";
import { listCelebrated } from "./birthday-queries.ts";
import { addDays, type Day, nextAnniversary } from "./calendar.ts";
import type { CatDeps } from "./deps.ts";

const daysAhead = 30;
const most = 10;

/** The days of the year from one day on, and with the last of February the 29th where the year has none. */
export function daysOfYear(from: Day, ahead: number): string[] {
  return Array.from({ length: ahead + 1 }, (_, place) => addDays(from, place)).flatMap((day) =>
    day.endsWith("02-28") && addDays(day, 1).endsWith("03-01") ? ["02-28", "02-29"] : [day.slice(5)],
  );
}

/** Birthdays and days of adoption that come soon, of a person's own cats and of those they follow, as JSON. */
export async function birthdaysText({ db, presenter, ...deps }: CatDeps, accountId: Id): Promise<string> {
  const today = deps.today();
  const rows = await listCelebrated(db, accountId, daysOfYear(today, daysAhead));
  const soon = rows
    .flatMap((row, place) =>
      row.celebrated.map(({ kind, day }) => ({ place, kind, ...nextAnniversary(day, today) })),
    )
    // The first is a year after the day itself.
    .filter(({ years }) => years > 0)
    .sort((one, other) => one.days - other.days || one.place - other.place)
    .slice(0, most);
  const shown = rows.filter((_, place) => soon.some((one) => one.place === place));
  const texts = await presenter.texts(shown, accountId);
  const textOf = new Map(shown.map((row, place) => [row, texts[place]!]));
  const items = soon.map(({ place, kind, on, days, years }) => {
    const cat = textOf.get(rows[place]!)!;
    return `{"cat":${cat},"kind":"${kind}","on":"${on}","days":${days},"years":${years}}`;
  });
  return `{"items":[${items.join(",")}]}`;
}
