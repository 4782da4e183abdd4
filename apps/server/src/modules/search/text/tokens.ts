import { initialsOf, isParticle, stemOf } from "./hangul.ts";
import { normalise } from "./normalise.ts";
import { type Run, runsOf } from "./runs.ts";

/**
 * What is looked up in an index. The first character says what a token is: `b` two neighbouring syllables, `=` a Korean word without
 * its particle, `c` the first consonants of a word's beginning, `d` one or two characters of a dense script,
 * `w` a word of other scripts, `p` its beginning, `s` a sign, `#` a tag, `@` the author's id, `!` a property.
 */
export type Token = string;

export const limits = {
  /** Characters of the normalised text: a ligature may become eighteen of them. */
  text: 20_000,
  /** First consonants that are told apart; longer queries are cut to this. */
  initials: 4,
  prefix: 8,
  word: 40,
};

export const authorToken = (id: number): Token => `@${id}`;
export const tagToken = (tag: string): Token => `#${tag}`;
export const mediaToken: Token = "!media";

/** Two neighbouring characters each; of a single character, none. */
export function pairs(kind: string, characters: readonly string[] | string): Token[] {
  const tokens: Token[] = [];
  for (let index = 1; index < characters.length; index++)
    tokens.push(kind + characters[index - 1]! + characters[index]!);
  return tokens;
}

/** The beginning of a word, as first consonants: ㄱㅇㅇ, of two and more. */
export const initialsToken = (jamo: string): Token => `c${jamo.slice(0, limits.initials)}`;

/** Plural and singular are one; so is every longer word with the same 40 letters. */
export function wordToken(word: string): Token {
  const cut = word.slice(0, limits.word);
  if (cut.length < 4 || !cut.endsWith("s") || cut.endsWith("ss")) return `w${cut}`;
  if (cut.endsWith("ies")) return `w${cut.slice(0, -3)}y`;
  return `w${cut.slice(0, /(?:[sxz]|[cs]h)es$/.test(cut) ? -2 : -1)}`;
}

export const prefixToken = (word: string): Token => `p${word.slice(0, limits.prefix)}`;
export const denseToken = (character: string): Token => `d${character}`;
export const signToken = (sign: string): Token => `s${sign}`;
export const stemToken = (stem: string): Token => `=${stem.slice(0, limits.word)}`;

/** Whether a run is a particle that belongs to the run before it, as in iPhone은. */
export function isTail(run: Run, before: Run | undefined): boolean {
  return (
    run.kind === "hangul" &&
    before !== undefined &&
    (before.kind === "word" || before.kind === "sign") &&
    before.at + before.text.length === run.at &&
    isParticle(run.text)
  );
}

function addHangul(tokens: Set<Token>, text: string): void {
  for (const token of pairs("b", text)) tokens.add(token);
  tokens.add(stemToken(stemOf(text) ?? text));
  addInitials(tokens, initialsOf(text.slice(0, limits.initials)));
}

function addInitials(tokens: Set<Token>, jamo: string): void {
  for (let length = 2; length <= Math.min(jamo.length, limits.initials); length++)
    tokens.add(`c${jamo.slice(0, length)}`);
}

/** Every token of a text. The order means nothing; the number is bounded by the text's length. */
export function textTokens(text: string): Set<Token> {
  const tokens = new Set<Token>();
  const normal = normalise(text).slice(0, limits.text);
  let before: Run | undefined;
  for (const run of runsOf(normal)) {
    switch (run.kind) {
      case "hangul":
        if (isTail(run, before)) break;
        addHangul(tokens, run.text);
        // 고양이 사료 and 고양이사료 are both written.
        if (
          before?.kind === "hangul" &&
          before.at + before.text.length + 1 === run.at &&
          normal[run.at - 1] === " "
        )
          tokens.add(`b${before.text.at(-1)!}${run.text[0]!}`);
        break;
      case "jamo":
        tokens.add(`c${run.text[0]!}`);
        addInitials(tokens, run.text);
        break;
      case "dense": {
        const characters = [...run.text];
        for (const character of characters) tokens.add(denseToken(character));
        for (const token of pairs("d", characters)) tokens.add(token);
        break;
      }
      case "word":
        tokens.add(wordToken(run.text));
        for (let length = 2; length <= Math.min(run.text.length, limits.prefix); length++)
          tokens.add(`p${run.text.slice(0, length)}`);
        break;
      case "sign":
        tokens.add(signToken(run.text));
    }
    before = run;
  }
  return tokens;
}

export interface Searchable {
  text: string;
  tags: readonly string[];
  authorId: number;
  hasMedia: boolean;
}

/** Every token of a post. */
export function postTokens({ text, tags, authorId, hasMedia }: Searchable): Set<Token> {
  const tokens = textTokens(text);
  for (const tag of tags) tokens.add(tagToken(tag));
  tokens.add(authorToken(authorId));
  if (hasMedia) tokens.add(mediaToken);
  return tokens;
}
