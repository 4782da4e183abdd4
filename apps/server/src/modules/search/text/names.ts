import { initialsOf } from "./hangul.ts";
import { normalise } from "./normalise.ts";
import type { Token } from "./tokens.ts";

/** Characters of a name or a query for one that take part. */
const most = 120;
const isJamo = (text: string) => /^[ㄱ-ㅎ]+$/.test(text);

/** The form in which names are compared: with their first consonants behind, so that 김민지 can be found by ㄱㅁㅈ. */
export const nameForm = (...names: string[]): string => formOf(names.join(" "), most);

/** As `nameForm`, of so many characters. */
export function formOf(text: string, length: number): string {
  const name = normalise(text).replace(/\s+/gu, " ").trim().slice(0, length);
  const initials = initialsOf(name);
  return initials === name ? name : `${name} ${initials}`;
}

const begins = (text: string) => `^${[...text][0]!}`;

/** What stands in the index for a name: pairs of neighbours anywhere in it, and what its words begin with. */
export function nameTokens(form: string): Set<Token> {
  const tokens = new Set<Token>();
  for (const word of form.split(" ")) {
    if (word === "") continue;
    tokens.add(begins(word));
    for (const pair of pairsOf(word)) tokens.add(pair);
  }
  return tokens;
}

/** What a part of a name asks of the index. A single character is looked for at the beginning of words only. */
export function partTokens(part: string): Token[] {
  return [...part].length === 1 ? [begins(part)] : pairsOf(part);
}

function pairsOf(word: string): Token[] {
  const characters = [...word];
  return characters.slice(1).map((character, index) => characters[index]! + character);
}

/** The parts of a name that a query asks for. */
export function nameParts(words: readonly string[]): string[] {
  const text = normalise(words.join(" ")).slice(0, most);
  const parts = text
    .split(/[^\p{L}\p{N}\p{M}\p{So}\p{Extended_Pictographic}_]+/u)
    .filter((part) => part !== "");
  // The last syllable may be on its way: 고양ㅇ.
  return [...new Set(parts.map((part) => (isJamo(part) ? part : part.replace(/(?<=[가-힣])[ㄱ-ㅎ]$/, ""))))];
}
