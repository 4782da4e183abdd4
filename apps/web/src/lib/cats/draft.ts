import type { CatBody } from "./calls.ts";
import type { Cat, Precision, Sex } from "./types.ts";

export const mostWords = 5;

/** A cat as the form holds it: everything is text, as in any form. */
export type Draft = {
  name: string;
  breed: string;
  /** The birthday in as many parts as are known; `part` is a month, "1" to "12", or a season. */
  year: string;
  part: string;
  day: string;
  adoptedOn: string;
  sex: Sex | "";
  neutered: boolean;
  colour: string;
  pattern: string;
  personality: string[];
  story: string;
  private: boolean;
};

export const emptyDraft: Draft = {
  name: "",
  breed: "",
  year: "",
  part: "",
  day: "",
  adoptedOn: "",
  sex: "",
  neutered: false,
  colour: "",
  pattern: "",
  personality: [],
  story: "",
  private: false,
};

/** Seasons by the month that they begin in, as the API keeps them. */
const seasonMonth = { winter: 12, spring: 3, summer: 6, autumn: 9 };
type Season = keyof typeof seasonMonth;
export const seasons = ["spring", "summer", "autumn", "winter"] as const satisfies Season[];

const isSeason = (part: string): part is Season => Object.hasOwn(seasonMonth, part);
const two = (value: number) => String(value).padStart(2, "0");

/**
 * The date and how exactly it is meant; null where nothing is known. Whether there is such a day, the API says. A winter that has not
 * begun by `today` is the one at the beginning of its year.
 */
export function birthdayOf({ year, part, day }: Pick<Draft, "year" | "part" | "day">, today: string) {
  if (!year && !part && !day) return null;
  const on = (precision: Precision, month = 1, dayOfMonth = 1) => ({
    date: `${year.padStart(4, "0")}-${two(month)}-${two(dayOfMonth)}`,
    precision,
  });
  if (isSeason(part)) {
    const begun = on("season", seasonMonth[part]);
    return part === "winter" && begun.date > today ? on("season", 1) : begun;
  }
  if (!part) return on("year");
  return day ? on("day", Number(part), Number(day)) : on("month", Number(part));
}

function seasonOfMonth(month: number): Season {
  return (["winter", "spring", "summer", "autumn"] as const)[Math.floor((month % 12) / 3)] ?? "winter";
}

/** The parts of the birthday that are known, as the form shows them. */
function partsOf({ birthday, birthdayPrecision }: Cat): Pick<Draft, "year" | "part" | "day"> {
  if (!birthday) return { year: "", part: "", day: "" };
  const [year = "", month = "", day = ""] = birthday.split("-").map((text) => String(Number(text)));
  if (birthdayPrecision === "year") return { year, part: "", day: "" };
  if (birthdayPrecision === "season") return { year, part: seasonOfMonth(Number(month)), day: "" };
  return { year, part: month, day: birthdayPrecision === "month" ? "" : day };
}

export function draftOf(cat: Cat): Draft {
  return {
    ...partsOf(cat),
    name: cat.name,
    breed: cat.breed?.id ?? "",
    adoptedOn: cat.adoptedOn ?? "",
    sex: cat.sex ?? "",
    neutered: cat.neutered ?? false,
    colour: cat.colour ?? "",
    pattern: cat.pattern ?? "",
    personality: cat.personality,
    story: cat.story,
    private: cat.private,
  };
}

/** Words that were chosen, and those that were written, parted by commas. */
export function wordsOf(chosen: string[], written: string): string[] {
  const words = [...chosen, ...written.split(/[,、\n]/)].map((word) => word.trim()).filter(Boolean);
  return [...new Set(words)];
}

export function draftFrom(form: FormData): Draft {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const sex = text("sex");
  const chosen = form.getAll("personality").filter((value) => typeof value === "string");
  return {
    name: text("name"),
    breed: text("breed"),
    year: text("year"),
    part: text("part"),
    day: text("day"),
    adoptedOn: text("adoptedOn"),
    sex: sex === "female" || sex === "male" ? sex : "",
    neutered: form.has("neutered"),
    colour: text("colour"),
    pattern: text("pattern"),
    personality: wordsOf(chosen, text("words")),
    // Browsers send line ends as CR LF.
    story: text("story").replaceAll("\r\n", "\n"),
    private: form.has("private"),
  };
}

export function bodyOf(draft: Draft, today: string): CatBody {
  return {
    name: draft.name,
    breed: draft.breed || null,
    birthday: birthdayOf(draft, today),
    adoptedOn: draft.adoptedOn || null,
    sex: draft.sex || null,
    neutered: draft.neutered || null,
    colour: draft.colour || null,
    pattern: draft.pattern || null,
    personality: draft.personality,
    story: draft.story,
    private: draft.private,
  };
}
