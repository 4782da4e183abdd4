import { m } from "#lib/paraglide/messages.js";
import { getLocale } from "#lib/paraglide/runtime.js";
import { nativeNumeral } from "./korean.ts";
import type { Cat, CatAge, Named, Precision, Sex } from "./types.ts";

export const colours = [
  "black",
  "white",
  "grey",
  "orange",
  "cream",
  "brown",
  "silver",
  "two-colours",
  "three-colours",
  "tortoiseshell",
  "other",
] as const;
export const patterns = ["solid", "tabby", "tuxedo", "spotted", "pointed", "van", "other"] as const;
export const ages = ["kitten", "young", "adult", "senior"] as const;

type Words = Record<string, (() => string) | undefined>;

const colourWords: Words = {
  black: m.cat_colour_black,
  white: m.cat_colour_white,
  grey: m.cat_colour_grey,
  orange: m.cat_colour_orange,
  cream: m.cat_colour_cream,
  brown: m.cat_colour_brown,
  silver: m.cat_colour_silver,
  "two-colours": m.cat_colour_two,
  "three-colours": m.cat_colour_three,
  tortoiseshell: m.cat_colour_tortoiseshell,
  other: m.cat_colour_other,
};

const patternWords: Words = {
  solid: m.cat_pattern_solid,
  tabby: m.cat_pattern_tabby,
  tuxedo: m.cat_pattern_tuxedo,
  spotted: m.cat_pattern_spotted,
  pointed: m.cat_pattern_pointed,
  van: m.cat_pattern_van,
  other: m.cat_pattern_other,
};

const ageWordsOf: Words = {
  kitten: m.cat_age_kitten,
  young: m.cat_age_young,
  adult: m.cat_age_adult,
  senior: m.cat_age_senior,
};

export const colourWord = (id: string) => colourWords[id]?.() ?? id;
export const patternWord = (id: string) => patternWords[id]?.() ?? id;
export const ageGroupWord = (id: string) => ageWordsOf[id]?.() ?? id;

export function breedName(breed: Pick<Named, "name">): string {
  return breed.name[getLocale()];
}

/** As people say it in passing: the long name of the most common cat of all has a short one. */
export function shortBreedName(breed: Named): string {
  return breed.id === "korean-shorthair" ? m.cat_breed_common() : breedName(breed);
}

/** What people call such a coat: 고등어, 치즈태비, 삼색이; "orange tabby". */
const coatNames: Words = {
  "three-colours": m.cat_coat_calico,
  tortoiseshell: m.cat_coat_tortoiseshell,
  "*tuxedo": m.cat_coat_tuxedo,
  "*pointed": m.cat_coat_pointed,
  "orange tabby": m.cat_coat_orange_tabby,
  "grey tabby": m.cat_coat_grey_tabby,
  "silver tabby": m.cat_coat_silver_tabby,
  "brown tabby": m.cat_coat_brown_tabby,
  "two-colours spotted": m.cat_coat_cow,
  "black solid": m.cat_coat_black,
  "white solid": m.cat_coat_white,
};

export function coatWords({ colour, pattern }: Pick<Cat, "colour" | "pattern">): string {
  const known =
    coatNames[`${colour} ${pattern}`] ?? coatNames[`*${pattern}`] ?? (colour ? coatNames[colour] : undefined);
  if (known) return known();
  const told = [
    colour && colour !== "other" && colourWord(colour),
    pattern && pattern !== "other" && pattern !== "solid" && patternWord(pattern),
  ];
  return told.filter(Boolean).join(" ");
}

export function sexWords({ sex, neutered }: Pick<Cat, "sex" | "neutered">): string {
  const told = [sex && sexWord(sex), neutered && m.cat_neutered()];
  return told.filter(Boolean).join(" · ");
}

export const sexWord = (sex: Sex) => (sex === "female" ? m.cat_female() : m.cat_male());

/** "세 살", "세 살쯤", "다섯 달": what is said in one breath. */
export function ageWords(age: CatAge, precision: Precision | null): string {
  if (age.years === 0) return monthWords(age.months);
  const years = yearWords(age.years);
  return isVague(precision) ? m.cat_age_about({ age: years }) : years;
}

/** "세 살 11개월": all that is known. */
export function fullAgeWords(age: CatAge, precision: Precision | null): string {
  if (age.years === 0 || age.months === 0 || isVague(precision)) return ageWords(age, precision);
  return m.cat_age_both({ years: yearWords(age.years), months: monthWords(age.months) });
}

const isVague = (precision: Precision | null) => precision === "season" || precision === "year";

export function yearWords(years: number): string {
  if (getLocale() === "ko") return `${nativeNumeral(years)} 살`;
  return years === 1 ? m.cat_age_year() : m.cat_age_years({ count: years });
}

export function monthWords(months: number): string {
  if (months === 0) return m.cat_age_newborn();
  return months === 1 ? m.cat_age_month() : m.cat_age_months({ count: months });
}

/** "코숏 고등어". */
export function looksWords(cat: Pick<Cat, "breed" | "colour" | "pattern">): string {
  return [cat.breed && shortBreedName(cat.breed), coatWords(cat)].filter(Boolean).join(" ");
}

/** "코숏 고등어 · 두 살": a cat in one line. */
export function catLine(
  cat: Pick<Cat, "breed" | "colour" | "pattern" | "age" | "birthdayPrecision">,
): string {
  return [looksWords(cat), cat.age && ageWords(cat.age, cat.birthdayPrecision)].filter(Boolean).join(" · ");
}
