import type { Id } from "../../platform/database/tables.ts";
import { invalid } from "../../platform/http/problem.ts";
import { cleanLine, cleanText } from "../../modules/people/index.ts";
import { findBreed } from "./breeds.ts";
import { type Day, firstDayOf, type Precision, precisions, readDay } from "./calendar.ts";
import type { CatFields } from "./cat-queries.ts";
import { knownColour, knownPattern } from "./coats.ts";
import type { EditCatBody } from "./schemas.ts";

const mostWords = 5;

export const notYourPhoto = () => invalid("photoId", "is not a picture of yours", "unknown-media");

/** What a request says of a cat, in order. Throws a 422 that names the field. What it does not name is left out. */
export function readCat(body: EditCatBody, today: Day): Partial<CatFields> {
  const { name, breed, birthday, adoptedOn, memorialOn, sex, neutered, colour, pattern } = body;
  return {
    ...(name !== undefined && { name: cleanLine("name", name, { min: 1, max: 30 }) }),
    ...(breed !== undefined && { breed: orNull(breed, (id) => readBreed("breed", id)) }),
    ...(birthday !== undefined && readBirthday(birthday, today)),
    ...(adoptedOn !== undefined && {
      adoptedOn: orNull(adoptedOn, (day) => readDay("adoptedOn", day, today)),
    }),
    ...(memorialOn !== undefined && {
      memorialOn: orNull(memorialOn, (day) => readDay("memorialOn", day, today)),
    }),
    ...(sex !== undefined && { sex: orNull(sex, readSex) }),
    ...(neutered !== undefined && { neutered }),
    ...(colour !== undefined && { colour: orNull(colour, knownColour) }),
    ...(pattern !== undefined && { pattern: orNull(pattern, knownPattern) }),
    ...(body.personality !== undefined && { personality: readPersonality(body.personality) }),
    ...(body.story !== undefined && { story: cleanText("story", body.story, { min: 0, max: 2000 }) }),
    ...(body.photoId !== undefined && { photoId: orNull(body.photoId, readPhotoId) }),
    ...(body.private !== undefined && { isPrivate: body.private }),
  };
}

const orNull = <T>(text: string | null, read: (text: string) => T): T | null =>
  text === null ? null : read(text);

function readPhotoId(text: string): Id {
  const id = Number(text);
  if (!Number.isSafeInteger(id)) throw notYourPhoto();
  return id;
}

export function readBreed(field: string, id: string): string {
  if (!findBreed(id)) throw invalid(field, "is none of the breeds of GET /cats/breeds", "unknown-breed");
  return id;
}

function readSex(sex: string): "female" | "male" {
  if (sex === "female" || sex === "male") return sex;
  throw invalid("sex", "must be female or male");
}

const isPrecision = (text: string): text is Precision => (precisions as readonly string[]).includes(text);

function readBirthday(
  given: NonNullable<EditCatBody["birthday"]> | null,
  today: Day,
): Pick<CatFields, "birthday" | "birthdayPrecision"> {
  if (given === null) return { birthday: null, birthdayPrecision: null };
  const { date, precision } = typeof given === "string" ? { date: given, precision: "day" } : given;
  if (!isPrecision(precision)) throw invalid("birthday.precision", `must be any of ${precisions.join(", ")}`);
  const birthday = firstDayOf(readDay("birthday", date, today), precision);
  return { birthday: readDay("birthday", birthday, today), birthdayPrecision: precision };
}

function readPersonality(given: string | string[]): string[] {
  const words = (typeof given === "string" ? [given] : given).map((word) =>
    cleanLine("personality", word, { min: 1, max: 20 }),
  );
  const once = [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
  if (once.length > mostWords) throw invalid("personality", `must have ${mostWords} words at the most`);
  return once;
}

/** Throws a 422 when the days of a cat contradict each other. */
export function requireOrder({
  birthday,
  adoptedOn,
  memorialOn,
}: Pick<CatFields, "birthday" | "adoptedOn" | "memorialOn">): void {
  if (birthday && adoptedOn && adoptedOn < birthday)
    throw invalid("adoptedOn", "must not be before its birthday", "dates-contradict");
  const last = [birthday, adoptedOn]
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  if (memorialOn && last !== undefined && memorialOn < last)
    throw invalid("memorialOn", "must not be before its birthday or adoption", "dates-contradict");
}
