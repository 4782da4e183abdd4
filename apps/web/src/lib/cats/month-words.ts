import { getLocale } from "#lib/paraglide/runtime.js";

/** "12월", "December". */
export function monthWords(month: number): string {
  return new Intl.DateTimeFormat(getLocale(), { month: "long", timeZone: "UTC" }).format(
    new Date(Date.UTC(2000, month - 1, 1)),
  );
}
