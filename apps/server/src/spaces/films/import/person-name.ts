import { cleanText } from "./clean-text.ts";

/** A name in the script that it is written in. */
export function personName(text: string): { nameKo?: string; nameEn?: string } {
  const name = cleanText(text, 200);
  if (name === undefined) return {};
  return /\p{Script=Hangul}/u.test(name) ? { nameKo: name } : { nameEn: name };
}
