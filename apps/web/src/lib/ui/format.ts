import { m } from "#lib/paraglide/messages.js";
import { getLocale } from "#lib/paraglide/runtime.js";

/** 1,284 · 1.2만 in Korean, 1,284 · 12K in English: short where the exact figure says no more. */
export function formatCount(count: number) {
  const options: Intl.NumberFormatOptions =
    count < 10_000 ? {} : { notation: "compact", maximumFractionDigits: 1 };
  return new Intl.NumberFormat(getLocale(), options).format(count);
}

export function formatDate(date: Date) {
  return new Intl.DateTimeFormat(getLocale(), { dateStyle: "long", timeStyle: "short" }).format(date);
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
  return new Intl.DateTimeFormat(getLocale(), {
    month: getLocale() === "ko" ? "long" : "short",
    day: "numeric",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(date);
}
