import { m } from "#lib/paraglide/messages.js";
import { getLocale } from "#lib/paraglide/runtime.js";

const made = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes a hundred times as long as using it. */
function formatter(name: string, options: Intl.DateTimeFormatOptions) {
  const locale = getLocale();
  const key = `${locale} ${name}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
  made.set(key, known);
  return known;
}

/** 오후 2:04 · 2:04 PM */
export const timeOf = (at: string) =>
  formatter("time", { hour: "numeric", minute: "2-digit" }).format(new Date(at));

/** The line between two days. */
export function dayWords(at: string, now: Date) {
  const date = new Date(at);
  if (date.toDateString() === now.toDateString()) return m.chat_today();
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (date.toDateString() === yesterday.toDateString()) return m.chat_yesterday();
  if (date.getFullYear() === now.getFullYear())
    return formatter("day", { month: "long", day: "numeric", weekday: "long" }).format(date);
  return formatter("date", { year: "numeric", month: "long", day: "numeric", weekday: "long" }).format(date);
}
