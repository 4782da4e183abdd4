/** Numbers by chance, the same in every run: 0 up to below 1. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Ranks from 0 on, each as often as Zipf's law has it: the tenth a tenth as often as the first. */
export function zipf(count: number, next: () => number): () => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) sums[rank] = sum += 1 / (rank + 2.7) ** 1.02;
  return () => {
    const wanted = next() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

const particles =
  "은 는 이 가 을 를 의 에 에서 에게 도 만 까지 부터 으로 로 와 과 하고 이랑 처럼 보다 마다 에는 에서는".split(
    " ",
  );
const endings =
  "다 어요 아요 했어요 합니다 하는 했다 네요 더라고요 지만 는데 고 서 면 던 습니다 할까요".split(" ");
const sounds = "b d f g h k l m n p r s t v w ch sh st tr br".split(" ");
const vowels = "a e i o u ai ea oo".split(" ");

export interface Vocabulary {
  korean: string[];
  english: string[];
  tags: string[];
}

/** Words that nobody has heard, made of syllables as unevenly used as those of a language; the most frequent ones are the shortest. */
export function makeVocabulary(): Vocabulary {
  const next = random(2026);
  const syllable = zipf(900, next);
  // Spread over the block, so that pairs of them are as many as in a language.
  const hangul = () => String.fromCharCode(0xac00 + ((syllable() * 7919) % 11_172));
  const make = (count: number, word: (rank: number) => string) => {
    const words = new Set<string>();
    while (words.size < count) words.add(word(words.size));
    return [...words];
  };
  const lengthOf = (rank: number, most: number) =>
    2 + Math.min(most - 2, Math.floor(next() * (rank < 300 ? 1.4 : 2.8)));
  const korean = make(60_000, (rank) => Array.from({ length: lengthOf(rank, 4) }, hangul).join(""));
  const pick = (list: string[]) => list[Math.floor(next() * list.length)]!;
  const english = make(
    30_000,
    (rank) =>
      Array.from({ length: rank < 100 ? 1 : lengthOf(rank, 4) }, () => pick(sounds) + pick(vowels)).join("") +
      pick(["", "n", "r", "s", "t"]),
  );
  return { korean, english, tags: korean.filter((_, index) => index % 20 === 7) };
}

export interface MadeText {
  text: string;
  tag: string | undefined;
}

/** Posts one after the other: two thirds in Korean, a fifth in English, the rest in both. */
export function textMaker({ korean, english, tags }: Vocabulary, seed: number): () => MadeText {
  const next = random(seed);
  const koreanRank = zipf(korean.length, next);
  const englishRank = zipf(english.length, next);
  const tagRank = zipf(tags.length, next);
  const pick = (list: string[]) => list[Math.floor(next() * list.length)]!;
  const koreanWord = () => {
    const word = korean[koreanRank()]!;
    const chance = next();
    return chance < 0.5 ? word + pick(particles) : chance < 0.75 ? word + pick(endings) : word;
  };
  return () => {
    const kind = next();
    const words = 3 + Math.floor(-Math.log(1 - next()) * 9);
    const parts: string[] = [];
    for (let index = 0; index < Math.min(words, 120); index++) {
      const isKorean = kind < 0.67 || (kind > 0.87 && next() < 0.7);
      const word = isKorean ? koreanWord() : english[englishRank()]!;
      parts.push(next() < 0.08 ? `${word}.` : word);
    }
    const tag = next() < 0.3 ? tags[tagRank()]! : undefined;
    return { text: parts.join(" ") + (tag === undefined ? "" : ` #${tag}`), tag };
  };
}
