import { invalid } from "../../platform/http/problem.ts";

/** A day such as "2021-12-03"; days compare as texts do. */
export type Day = string;

export const precisions = ["day", "month", "season", "year"] as const;
export type Precision = (typeof precisions)[number];

export interface Age {
  years: number;
  months: number;
}

export const earliestDay: Day = "1980-01-01";

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day that it is somewhere at a moment. */
export function dayAt(moment: Date, timeZone: string): Day {
  let format = formats.get(timeZone);
  if (!format) formats.set(timeZone, (format = new Intl.DateTimeFormat("en-CA", { timeZone })));
  return format.format(moment);
}

interface Parts {
  year: number;
  month: number;
  date: number;
}

function partsOf(day: Day): Parts {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return { year, month, date };
}

const two = (number: number) => String(number).padStart(2, "0");
const dayOf = ({ year, month, date }: Parts): Day =>
  `${String(year).padStart(4, "0")}-${two(month)}-${two(date)}`;
const lengthOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, date } = partsOf(text);
  return month >= 1 && month <= 12 && date >= 1 && date <= lengthOfMonth(year, month);
}

/** A day that has been, from 1980 on. Throws a 422 that names the field for anything else. */
export function readDay(field: string, text: string, today: Day): Day {
  if (!isDay(text)) throw invalid(field, "must be a day such as 2021-12-03", "invalid-date");
  if (text > today) throw invalid(field, "must not be in the future", "date-in-future");
  if (text < earliestDay) throw invalid(field, "must not be before 1980", "date-too-early");
  return text;
}

/** The first day of what is known: of the month, the season (spring begins in March) or the year. */
export function firstDayOf(day: Day, precision: Precision): Day {
  const { year, month } = partsOf(day);
  switch (precision) {
    case "day":
      return day;
    case "month":
      return dayOf({ year, month, date: 1 });
    case "season":
      return month < 3
        ? dayOf({ year: year - 1, month: 12, date: 1 })
        : dayOf({ year, month: month - (month % 3), date: 1 });
    case "year":
      return dayOf({ year, month: 1, date: 1 });
  }
}

/** Whole months from one day to a later one. Who was born on the last day of a long month is a month older on the last day of a short one. */
export function monthsBetween(from: Day, to: Day): number {
  const start = partsOf(from);
  const end = partsOf(to);
  const due = Math.min(start.date, lengthOfMonth(end.year, end.month));
  return (end.year - start.year) * 12 + end.month - start.month - (end.date < due ? 1 : 0);
}

export function ageOn(birthday: Day, day: Day): Age {
  const months = monthsBetween(birthday, day);
  return { years: Math.floor(months / 12), months: months % 12 };
}

/** The day of so many years after; for the 29th of February the 28th where there is none. */
export function anniversary(day: Day, years: number): Day {
  const { year, month, date } = partsOf(day);
  return dayOf({ year: year + years, month, date: Math.min(date, lengthOfMonth(year + years, month)) });
}

/** The latest birthday of those who are at least so many years old today. */
export function latestBirthday(today: Day, years: number): Day {
  const { year, month, date } = partsOf(today);
  const then = year - years;
  const isLast = date === lengthOfMonth(year, month);
  const length = lengthOfMonth(then, month);
  return dayOf({ year: then, month, date: isLast ? length : Math.min(date, length) });
}

export function addDays(day: Day, days: number): Day {
  const { year, month, date } = partsOf(day);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** Whole days from one day to another. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The next time that the day of a year comes round, today included. */
export function nextAnniversary(day: Day, today: Day): { on: Day; years: number; days: number } {
  let years = partsOf(today).year - partsOf(day).year;
  if (anniversary(day, years) < today) years++;
  const on = anniversary(day, years);
  return { on, years, days: daysBetween(today, on) };
}
