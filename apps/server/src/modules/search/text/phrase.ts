import { normalise } from "./normalise.ts";

const isLetter = (character: string | undefined) =>
  character !== undefined &&
  /[\p{L}\p{N}_]/u.test(character) &&
  !/[가-힣\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character);

const tidy = (text: string) => normalise(text).replace(/\s+/gu, " ");

/** Answers whether a text has every phrase word for word, whatever the case, the width and the spaces between words. */
export function phraseTest(phrases: readonly string[]): (text: string) => boolean {
  const wanted = phrases.map((phrase) => tidy(phrase).trim()).filter((phrase) => phrase !== "");
  if (wanted.length === 0) return () => true;
  return (text) => {
    const normal = tidy(text);
    return wanted.every((phrase) => hasPhrase(normal, phrase));
  };
}

/** Whole words at both ends, but for scripts where a particle or the next word follows without a space. */
function hasPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    const cutsBefore = isLetter(phrase[0]) && isLetter(text[at - 1]);
    const cutsAfter = isLetter(phrase.at(-1)) && isLetter(text[end]);
    if (!cutsBefore && !cutsAfter) return true;
  }
  return false;
}
