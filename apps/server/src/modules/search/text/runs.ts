/** A piece of a text in one kind of writing. */
export interface Run {
  kind: "hangul" | "jamo" | "dense" | "word" | "sign";
  text: string;
  /** Index in the normalised text. */
  at: number;
}

/**
 * `dense`: scripts that put no spaces between words. `word`: letters and digits of all others. `sign`: emoji and symbols, one by one
 * (a family is its members).
 */
const pattern =
  /([가-힣]+)|([\u3131-\u318E]+)|((?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|ー|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar})+)|([[\p{L}\p{N}\p{M}_]--[가-힣\u3131-\u318Eー\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]+)|(\p{Regional_Indicator}{2}|[\p{Extended_Pictographic}\p{So}])/gv;
const kinds = ["hangul", "jamo", "dense", "word", "sign"] as const;

/** The runs of a normalised text, in order; punctuation and spaces lie between them. */
export function* runsOf(text: string): Generator<Run> {
  for (const match of text.matchAll(pattern)) {
    for (let group = 1; group <= kinds.length; group++) {
      const found = match[group];
      if (found === undefined) continue;
      yield { kind: kinds[group - 1]!, text: found, at: match.index };
      break;
    }
  }
}
