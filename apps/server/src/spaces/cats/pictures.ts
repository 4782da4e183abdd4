import type { Id } from "../../platform/database/tables.ts";
import { pageText } from "../../platform/http/json-text.ts";
import { Problem } from "../../platform/http/problem.ts";
import { getCat } from "./access-cat.ts";
import type { Day } from "./calendar.ts";
import type { CatDeps } from "./deps.ts";
import { listMonths, listPictures, type PictureRow } from "./picture-queries.ts";

interface Asked {
  limit?: number;
  cursor?: string | undefined;
}

const monthsOfPage = 12;
const picturesOfMonth = 24;

interface CatPhoto {
  postId: string;
  media: PictureRow["media"];
  likes: number;
}

/** The pictures as the API shows them, held against what the reader may see of their posts. */
async function present(
  { posts }: CatDeps,
  rows: readonly PictureRow[],
  accountId: Id | null,
): Promise<(row: PictureRow) => CatPhoto[]> {
  const reader = await posts.presenter.reader(accountId);
  const visible = await posts.presenter.visible([...new Set(rows.map((row) => row.postId))], reader);
  const postOf = new Map(visible.map((post) => [post.id, post]));
  return ({ postId, media }) => {
    const post = postOf.get(postId);
    return post ? [{ postId: String(postId), media, likes: post.counts.likes }] : [];
  };
}

/** A page of the gallery of a cat, as JSON. */
export async function photosPage(
  deps: CatDeps,
  id: string,
  accountId: Id | null,
  { limit = 20, cursor }: Asked,
): Promise<string> {
  const { db, cursors } = deps;
  const cat = await getCat(db, id, accountId);
  const list = `cat-photos:${cat.id}`;
  const position = cursors.open(list, cursor)?.split(":").map(Number);
  const after = position && { postId: position[0]!, position: position[1]! };
  const rows = await listPictures(db, cat.id, accountId, limit + 1, after);
  const shown = rows.slice(0, limit);
  const show = await present(deps, shown, accountId);
  const last = shown.at(-1);
  return pageText(
    shown.flatMap(show).map((photo) => JSON.stringify(photo)),
    last && rows.length > limit ? cursors.seal(list, `${last.postId}:${last.position}`) : null,
  );
}

/** How old a cat became in a month; null where that is not known, and after its death. */
export function ageInMonth(
  month: string,
  { birthday, memorialOn }: { birthday: Day | null; memorialOn: Day | null },
): number | null {
  if (birthday === null || (memorialOn !== null && month > memorialOn.slice(0, 7))) return null;
  const [year, number] = month.split("-").map(Number) as [number, number];
  const [bornYear, bornMonth] = birthday.split("-").map(Number) as [number, number];
  const months = (year - bornYear) * 12 + number - bornMonth;
  return months < 0 ? null : months;
}

/** A page of the growth album of a cat, a year of months that have pictures, as JSON. */
export async function albumPage(
  deps: CatDeps,
  id: string,
  accountId: Id | null,
  { cursor }: Asked,
): Promise<string> {
  const { config, db, cursors } = deps;
  const cat = await getCat(db, id, accountId);
  const list = `cat-album:${cat.id}`;
  const before = cursors.open(list, cursor);
  if (before !== undefined && !/^\d{4}-\d{2}$/.test(before))
    throw new Problem(400, "invalid-cursor", "This cursor is not valid here.");
  const asked = { timeZone: config.timeZone, months: monthsOfPage + 1, pictures: picturesOfMonth, before };
  const rows = await listMonths(db, cat.id, accountId, asked);
  const shown = rows.slice(0, monthsOfPage);
  const show = await present(
    deps,
    shown.flatMap((row) => row.pictures),
    accountId,
  );
  const months = shown.map(({ month, count, pictures }) => ({
    month,
    ageMonths: ageInMonth(month, cat),
    items: pictures.flatMap(show),
    count,
  }));
  return pageText(
    months.map((month) => JSON.stringify(month)),
    rows.length > monthsOfPage ? cursors.seal(list, shown.at(-1)!.month) : null,
  );
}
