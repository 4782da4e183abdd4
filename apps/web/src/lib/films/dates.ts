import { getLocale } from "#lib/paraglide/runtime.js";

/** "11월 3일", "Nov 3": a day of the last year. */
export const formatDay = (at: string) =>
  new Intl.DateTimeFormat(getLocale(), {
    month: getLocale() === "ko" ? "long" : "short",
    day: "numeric",
  }).format(new Date(at));
