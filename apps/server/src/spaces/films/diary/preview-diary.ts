import type { Db } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { Diary, DiaryRow } from "./diary-csv.ts";
import { findFilms, type FoundFilm, readOwn } from "./diary-queries.ts";
import type { Act, Line } from "./diary-schemas.ts";

/** From so many of ten on a film was liked, up to so many it was not; what lies between says neither. */
const likedFrom = 7;
const dislikedUpTo = 5;

type Outcome = Pick<Line, "action" | "reason">;
const because = (reason: NonNullable<Line["reason"]>): Outcome => ({ action: null, reason });
const does = (action: Act): Outcome => ({ action, reason: null });

/** What each line of a diary would do for somebody, or why it does nothing. */
export async function previewDiary(db: Db, accountId: Id, { rows, bad }: Diary): Promise<Line[]> {
  const found = Map.groupBy(await findFilms(db, rows), ({ line }) => line);
  const films = new Map(rows.map((row) => [row.line, chooseFilm(row, found.get(row.line) ?? [])]));
  const ids = [...films.values()].flatMap((film) => (typeof film === "string" ? [] : [film.id]));
  const { voted, wished } = await readOwn(db, accountId, ids);
  // Of a film that stands there more than once, the last line says how it is now.
  const last = new Map<Id, number>();
  for (const [line, film] of films) if (typeof film !== "string") last.set(film.id, line);

  const lines = rows.map((row): Line => {
    const film = films.get(row.line)!;
    const head = { line: row.line, title: row.title, year: row.year ?? null };
    if (typeof film === "string") return { ...head, film: null, ...because(film) };
    const outcome = last.get(film.id) === row.line ? outcomeOf(row) : because("repeated");
    return { ...head, film: present(film), ...unlessDone(outcome, voted.has(film.id), wished.has(film.id)) };
  });
  const unread = bad.map(({ line }): Line => ({
    line,
    title: "",
    year: null,
    film: null,
    ...because("unreadable"),
  }));
  return [...lines, ...unread].sort((one, other) => one.line - other.line);
}

/** The film of the very year before those of the years around it, which sites count differently. */
function chooseFilm(
  { year }: DiaryRow,
  candidates: readonly FoundFilm[],
): FoundFilm | "not-here" | "ambiguous" {
  const exact = candidates.filter((film) => film.year === year);
  const [film, ...others] = exact.length > 0 ? exact : candidates;
  if (film === undefined) return "not-here";
  return others.length > 0 ? "ambiguous" : film;
}

function outcomeOf({ rating, isWish }: DiaryRow): Outcome {
  if (isWish) return does("watchlist");
  if (rating === undefined) return because("no-rating");
  if (rating >= likedFrom) return does("like");
  return rating <= dislikedUpTo ? does("dislike") : because("between");
}

/** What somebody has said here by hand holds. */
function unlessDone(outcome: Outcome, hasVote: boolean, isWished: boolean): Outcome {
  if (outcome.action === "watchlist") return isWished ? because("on-watchlist") : outcome;
  return outcome.action !== null && hasVote ? because("has-vote") : outcome;
}

const present = ({ id, titleKo, titleEn, titleOriginal, year }: FoundFilm): Line["film"] => ({
  id: String(id),
  title: { ko: titleKo, en: titleEn, original: titleOriginal },
  year,
});
