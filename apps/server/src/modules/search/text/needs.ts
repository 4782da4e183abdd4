import { isClearStem, stemOf } from "./hangul.ts";
import { normalise } from "./normalise.ts";
import type { ParsedQuery, Word } from "./parse-query.ts";
import { type Run, runsOf } from "./runs.ts";
import {
  denseToken,
  initialsToken,
  isTail,
  mediaToken,
  pairs,
  prefixToken,
  signToken,
  stemToken,
  tagToken,
  type Token,
  wordToken,
} from "./tokens.ts";

/** What a text must have to answer one word: every token of `all`, and all of one or all of the other side of `either`. */
export interface Need {
  all: Token[];
  either?: readonly [Token[], Token[]];
}

/** A query as an index understands it. */
export interface Needs {
  must: Need[];
  mustNot: Need[];
  /** Tokens that a better hit has: the word itself and not only a part of it, words side by side. */
  better: Token[];
  /** It asks for nothing: stop characters only, or nothing at all. */
  isNothing: boolean;
}

/** Tokens that one word may ask for: of what is longer only the beginning counts. */
const mostOfWord = 32;
/** Tokens that a whole query may ask for. */
const mostOfQuery = 96;

/**
 * A Korean word: its syllables in a row wherever they stand, or without its particle as a whole word. What is clearly a particle is not
 * looked for.
 */
function hangulNeed(text: string): Need {
  if (text.length === 1) return { all: [stemToken(text)] };
  const whole = pairs("b", text.slice(0, mostOfWord));
  const stem = text.length <= mostOfWord ? stemOf(text) : undefined;
  if (stem === undefined) return { all: whole };
  const all = pairs("b", stem);
  if (all.length > 0 && isClearStem(text, stem)) return { all };
  return { all, either: [whole.slice(all.length), [stemToken(stem)]] };
}

function runNeed(run: Run, isOpen: boolean): Need {
  switch (run.kind) {
    case "hangul":
      return hangulNeed(run.text);
    case "jamo":
      return { all: [initialsToken(run.text)] };
    case "dense": {
      const characters = [...run.text].slice(0, mostOfWord);
      return { all: characters.length === 1 ? [denseToken(characters[0]!)] : pairs("d", characters) };
    }
    case "word":
      if (!isOpen || run.text.length < 2) return { all: [wordToken(run.text)] };
      return { all: [], either: [[prefixToken(run.text)], [wordToken(run.text)]] };
    case "sign":
      return { all: [signToken(run.text)] };
  }
}

/** What a word asks for; nothing when it has only punctuation. */
export function wordNeeds(word: Word): { needs: Need[]; runs: Run[] } {
  const normal = normalise(word.text);
  const all = [...runsOf(normal)];
  const runs = all.filter((run, index) => {
    if (isTail(run, all[index - 1])) return false;
    // A syllable that is being typed: 고양ㅇ.
    const before = all[index - 1];
    const isTyped = run.kind === "jamo" && word.isOpen && index === all.length - 1;
    return !(isTyped && before?.kind === "hangul" && before.at + before.text.length === run.at);
  });
  const end = normal.length;
  const needs = runs.map((run) => runNeed(run, word.isOpen && run.at + run.text.length === end));
  return { needs, runs };
}

/** What is better than to have just the parts of the words: the words themselves, and those side by side that are so in the query. */
function betterTokens(runs: Run[]): Token[] {
  const better: Token[] = [];
  let before: Run | undefined;
  for (const run of runs) {
    if (run.kind === "hangul") {
      better.push(stemToken(stemOf(run.text) ?? run.text), stemToken(run.text));
      if (before?.kind === "hangul") better.push(`b${before.text.at(-1)!}${run.text[0]!}`);
    } else if (run.kind === "word") better.push(wordToken(run.text));
    before = run;
  }
  return [...new Set(better)].slice(0, 12);
}

/** The tokens that a query asks for. Those of a phrase do not make it one: `phraseTest` decides. */
export function needsOf(query: ParsedQuery): Needs {
  const must: Need[] = [];
  const runs: Run[] = [];
  for (const word of [...query.words, ...query.phrases.map((text) => ({ text, isOpen: false }))]) {
    const found = wordNeeds(word);
    must.push(...found.needs);
    runs.push(...found.runs);
  }
  for (const tag of query.tags) must.push({ all: [tagToken(tag)] });
  const mustNot = query.not.words.flatMap((text) => {
    const { needs } = wordNeeds({ text, isOpen: false });
    return needs.length > 0 ? [together(needs)] : [];
  });
  mustNot.push(...query.not.tags.map((tag) => ({ all: [tagToken(tag)] })));
  const { from, hasMedia, before, after, not } = query;
  if (hasMedia) must.push({ all: [mediaToken] });
  if (not.hasMedia) mustNot.push({ all: [mediaToken] });
  const refusesPhrase = not.phrases.some((text) => wordNeeds({ text, isOpen: false }).needs.length > 0);
  const asksElse =
    refusesPhrase || from.length > 0 || not.from.length > 0 || before !== undefined || after !== undefined;
  return {
    must: bounded(must),
    mustNot,
    better: betterTokens(runs),
    isNothing: must.length === 0 && mustNot.length === 0 && !asksElse,
  };
}

/** One need out of several: only one of them can keep its choice, the others ask for the more. */
function together(needs: Need[]): Need {
  const chosen = needs.find((need) => need.either !== undefined);
  const all = needs.flatMap((need) =>
    need === chosen ? need.all : [...need.all, ...(need.either?.[0] ?? [])],
  );
  return chosen?.either ? { all, either: chosen.either } : { all };
}

function bounded(needs: Need[]): Need[] {
  const kept: Need[] = [];
  let tokens = 0;
  for (const need of needs) {
    tokens += need.all.length + (need.either?.[0].length ?? 0) + (need.either?.[1].length ?? 0);
    if (tokens > mostOfQuery) break;
    kept.push(need);
  }
  return kept;
}
