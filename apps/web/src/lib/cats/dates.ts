import { m } from "#lib/paraglide/messages.js";
import { getLocale } from "#lib/paraglide/runtime.js";
import { nativeNumeral } from "./korean.ts";
import type { Birthday, Cat, Precision } from "./types.ts";

/** Dates of cats are days of a calendar, "2021-12-03": they are read and counted in UTC, so that none slips. */
const day = 24 * 60 * 60 * 1000;
const asDate = (date: string) => new Date(`${date}T00:00:00Z`);

function format(date: string, options: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(getLocale(), { ...options, timeZone: "UTC" }).format(asDate(date));
}

/** "12월 3일", "Dec 3". */
export function dayWords(date: string): string {
  return format(date, { month: getLocale() === "ko" ? "long" : "short", day: "numeric" });
}

/** "2021년 12월 3일". */
export function dateWords(date: string): string {
  return format(date, { year: "numeric", month: "long", day: "numeric" });
}

/** "2026년 11월". */
export function monthOfYearWords(month: string): string {
  return format(`${month}-01`, { year: "numeric", month: "long" });
}

/** December belongs to the winter of its own year, as with "since when". */
const seasonOf = (date: string) => {
  const seasons = [m.season_winter, m.season_spring, m.season_summer, m.season_autumn];
  return (seasons[Math.floor((Number(date.slice(5, 7)) % 12) / 3)] ?? m.season_winter)();
};

/** "12월 3일", "2021년 12월", "2020년 가을쯤", "2020년쯤": as exactly as it is known. */
export function birthdayWords(date: string, precision: Precision | null): string {
  const year = Number(date.slice(0, 4));
  if (precision === "month") return monthOfYearWords(date.slice(0, 7));
  if (precision === "season") return m.cat_born_season({ year, season: seasonOf(date) });
  if (precision === "year") return m.cat_born_about({ year });
  return dayWords(date);
}

const endings: Record<string, string> = { one: "st", two: "nd", few: "rd" };

/** "네 번째 생일", "첫 생일", "함께한 지 4년"; "4th birthday", "4 years together". */
export function occasionWords(kind: Birthday["kind"], years: number): string {
  if (kind === "adoption")
    return years === 1 ? m.cat_together_year() : m.cat_together_years({ count: years });
  if (getLocale() === "ko")
    return years === 1 ? m.cat_birthday_first() : m.cat_birthday_count({ count: nativeNumeral(years) });
  const ending = endings[new Intl.PluralRules("en", { type: "ordinal" }).select(years)] ?? "th";
  return m.cat_birthday_count({ count: `${years}${ending}` });
}

/** "12월 3일 · 12일 남았어요". */
export function leftWords({ on, days }: Pick<Birthday, "on" | "days">): string {
  if (days === 0) return m.cat_day_is_today({ day: dayWords(on) });
  return days === 1
    ? m.cat_day_left({ day: dayWords(on) })
    : m.cat_days_left({ day: dayWords(on), count: days });
}

type Occasion = Pick<Birthday, "kind" | "on" | "days" | "years">;

/** When the day comes again, from `today` on; a 29th of February is kept on the 28th in years without one. */
export function nextOccasion(kind: Birthday["kind"], date: string, today: string): Occasion | undefined {
  if (date >= today) return undefined;
  const thisYear = Number(today.slice(0, 4));
  for (const year of [thisYear, thisYear + 1]) {
    const on = inYear(date, year);
    const years = year - Number(date.slice(0, 4));
    if (on >= today && years > 0)
      return { kind, on, years, days: Math.round((asDate(on).getTime() - asDate(today).getTime()) / day) };
  }
  return undefined;
}

function inYear(date: string, year: number): string {
  const on = `${year}${date.slice(4)}`;
  return date.endsWith("-02-29") && !isLeap(year) ? `${year}-02-28` : on;
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The days of this cat that come again, the soonest first; none for a cat that has died. */
export function occasionsOf(cat: Cat, today: string): Occasion[] {
  if (cat.memorialOn) return [];
  const birthday =
    cat.birthday && cat.birthdayPrecision === "day" && nextOccasion("birthday", cat.birthday, today);
  const adoption = cat.adoptedOn && nextOccasion("adoption", cat.adoptedOn, today);
  return [birthday, adoption].filter((one) => !!one).toSorted((a, b) => a.days - b.days);
}

/** Today where the site is. */
export function todayIn(timeZone: string, now = new Date()): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(now);
}

/** Whole years and months between two days; null where the first is later, or no day at all. */
export function ageOn(birthday: string, today: string): { years: number; months: number } | null {
  if (Number.isNaN(asDate(birthday).getTime()) || birthday > today) return null;
  const [year = 0, month = 0, dayOfMonth = 0] = birthday.split("-").map(Number);
  const [yearNow = 0, monthNow = 0, dayNow = 0] = today.split("-").map(Number);
  const lastDay = new Date(Date.UTC(yearNow, monthNow, 0)).getUTCDate();
  const full = dayNow >= Math.min(dayOfMonth, lastDay);
  const months = (yearNow - year) * 12 + (monthNow - month) - (full ? 0 : 1);
  return { years: Math.floor(months / 12), months: months % 12 };
}
