import type { Answer, Input } from "@maru/api-client";
import { m } from "#lib/paraglide/messages.js";

export type DiaryLine = Answer<"post", "/films/diary/preview">["lines"][number];
export type DiaryEntry = Input<"post", "/films/diary/imports">["entries"][number];
type Act = NonNullable<DiaryLine["action"]>;

const acts: Record<Act, () => string> = {
  like: m.diary_act_like,
  dislike: m.diary_act_dislike,
  watchlist: m.diary_act_watchlist,
};
export const actLabel = (action: Act): string => acts[action]();

const reasons: Record<NonNullable<DiaryLine["reason"]>, () => string> = {
  unreadable: m.diary_why_unreadable,
  "not-here": m.diary_why_not_here,
  ambiguous: m.diary_why_ambiguous,
  "no-rating": m.diary_why_no_rating,
  between: m.diary_why_between,
  "has-vote": m.diary_why_has_vote,
  "on-watchlist": m.diary_why_on_watchlist,
  repeated: m.diary_why_repeated,
};
export const reasonLabel = (reason: NonNullable<DiaryLine["reason"]>): string => reasons[reason]();

/** What an import is asked to do, of the lines of a preview. */
export const entriesOf = (lines: readonly DiaryLine[]): DiaryEntry[] =>
  lines.flatMap(({ film, action }) => (film && action ? [{ filmId: film.id, action }] : []));
