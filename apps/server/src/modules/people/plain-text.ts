import { invalid } from "../../platform/http/problem.ts";

/** Direction marks and overrides: a name with one can pass itself off as another, or turn the line around it. */
const direction = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
/** Characters that take no room, or look like a space: two different names would look the same. */
const invisible =
  /[\u034F\u17B4\u17B5\u180B-\u180E\u00AD\u115F\u1160\u200B\u200C\u2060-\u2065\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]/u;
const control = /[\p{Cc}\u2028\u2029]/u;
const controlButLineEnd = /[^\P{Cc}\n]|[\u2028\u2029]/u;
/** A joiner is part of an emoji, and nothing anywhere else. */
const looseJoiner =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D|\u200D(?!\p{Extended_Pictographic})/u;
/** Marks piled up until they cover the lines around them; no script needs this many on one letter. */
const piledMarks = /\p{M}{6}/u;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

interface Bounds {
  min: number;
  max: number;
}

/** One line of plain text, normalised and trimmed. Throws a 422 that names the field for what could deceive or cannot be shown. */
export function cleanLine(field: string, text: string, bounds: Bounds): string {
  if (control.test(text)) throw invalid(field, "must be one line without control characters");
  return clean(field, text.normalize("NFC").replace(/\s+/gu, " ").trim(), bounds);
}

/** As `cleanLine`, with lines. */
export function cleanText(field: string, text: string, bounds: Bounds): string {
  const lines = text.normalize("NFC").replaceAll("\r\n", "\n").replaceAll("\t", " ");
  if (controlButLineEnd.test(lines)) throw invalid(field, "must not have control characters");
  return clean(field, lines.replace(/\n{3,}/g, "\n\n").trim(), bounds);
}

function clean(field: string, text: string, { min, max }: Bounds): string {
  if (!text.isWellFormed()) throw invalid(field, "has half a character in it");
  if (direction.test(text)) throw invalid(field, "must not have marks that turn the direction of text");
  if (invisible.test(text) || looseJoiner.test(text))
    throw invalid(field, "must not have invisible characters");
  if (piledMarks.test(text)) throw invalid(field, "has too many marks on one letter");
  const length = [...text].length;
  if (length < min || (min > 0 && !visible.test(text)))
    throw invalid(field, "must have something to read in it");
  if (length > max) throw invalid(field, `must have ${max} characters at the most`);
  return text;
}
