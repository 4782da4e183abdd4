import { m } from "#lib/paraglide/messages.js";
import { getLocale } from "#lib/paraglide/runtime.js";

/** One formatter per language: making one takes a hundred times as long as using it, and a page has sixty dates. */
function perLocale<Formatter>(make: (locale: string) => Formatter) {
  const made = new Map<string, Formatter>();
  return () => {
    const locale = getLocale();
    const formatter = made.get(locale) ?? make(locale);
    made.set(locale, formatter);
    return formatter;
  };
}

const exactCount = perLocale((locale) => new Intl.NumberFormat(locale));
const shortCount = perLocale(
  (locale) => new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 }),
);
const dateAndTime = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }),
);
const dayOfYear = (locale: string): Intl.DateTimeFormatOptions => ({
  month: locale === "ko" ? "long" : "short",
  day: "numeric",
});
const dayOfThisYear = perLocale((locale) => new Intl.DateTimeFormat(locale, dayOfYear(locale)));
const dayOfAnyYear = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { ...dayOfYear(locale), year: "numeric" }),
);

/** 1,284 · 1.2만 in Korean, 1,284 · 12K in English: short where the exact figure says no more. */
export function formatCount(count: number) {
  // Most counts are small, and the first formatter of a page costs it more than all the others together.
  if (count < 1000) return String(count);
  return (count < 10_000 ? exactCount() : shortCount()).format(count);
}

export function formatDate(date: Date) {
  return dateAndTime().format(date);
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "방금", "12분", "어제", "11월 3일": as short as people say it. */
export function formatAge(date: Date, now: Date) {
  const age = now.getTime() - date.getTime();
  if (age < minute) return m.time_now();
  if (age < hour) return m.time_minutes({ count: Math.floor(age / minute) });
  if (age < day) return m.time_hours({ count: Math.floor(age / hour) });
  if (age < 2 * day) return m.time_yesterday();
  if (age < 7 * day) return m.time_days({ count: Math.floor(age / day) });
  const sameYear = date.getFullYear() === now.getFullYear();
  return (sameYear ? dayOfThisYear() : dayOfAnyYear()).format(date);
}
