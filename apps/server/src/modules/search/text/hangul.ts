import { initials } from "./normalise.ts";

const firstSyllable = 0xac00;
const perInitial = 21 * 28;
const rieul = 8;

/** Which syllables a particle follows: those that end in a consonant, those that do not, or any. */
type After = "consonant" | "vowel" | "any";

const particles = new Map<string, After>();
function particle(after: After, words: string): void {
  for (const word of words.split(" ")) particles.set(word, after);
}
particle(
  "consonant",
  "은 이 을 과 아 으로 이나 이랑 이고 이며 이라 이란 이든 이든지 이라고 이라는 이라도 이라서 이라면",
);
particle(
  "consonant",
  "으로서 으로써 으로는 으로도 으로만 이에요 이었다 이야 이여서 이었어요 이네요 이지만 이니까 이랑은",
);
particle(
  "vowel",
  "는 가 를 와 야 로 나 랑 고 며 란 든지 라고 라는 라도 라서 라면 로서 로써 로는 로도 로만 예요 였다 였어요 네요 여서 랑은",
);
particle(
  "any",
  "의 에 도 만 들 에서 에게 한테 께 께서 하고 까지 부터 마저 조차 밖에 처럼 보다 같이 마다 씩 뿐 대로 만큼 이다 인 인데 입니다 입니까",
);
particle(
  "any",
  "에는 에도 에만 에의 에선 에서는 에서도 에서만 에서의 에게는 에게도 에게서 한테는 한테도 한테서 께서는 까지는 까지도 까지만",
);
particle(
  "any",
  "부터는 만은 만이 만을 만의 도요 마다의 처럼은 보다는 보다도 하고는 하고도 들이 들은 들을 들의 들도 들과 들에 들에게 들이랑 들만 이라 이랑",
);

const longest = Math.max(...[...particles.keys()].map((word) => word.length));

/** 0 for a syllable without a final consonant. */
const finalOf = (syllable: string) => (syllable.charCodeAt(0) - firstSyllable) % 28;

function mayFollow(word: string, after: After, before: string): boolean {
  if (after === "any") return true;
  const final = finalOf(before);
  // 서울로: after ㄹ it is 로 and not 으로.
  if (final === rieul && word.startsWith("로")) return true;
  return (after === "consonant") === (final !== 0);
}

export const isParticle = (word: string) => particles.has(word);

/** Particles that next to no word ends with by itself, as 고양이 does with 이. */
const clear = new Set(
  "은 는 을 를 에 에서 에게 한테 께서 하고 까지 부터 처럼 보다 으로 이랑 에는 에도 에서는 에서도 에서의 에게는 에게도 이라는 라는 이라고 라고 입니다".split(
    " ",
  ),
);

/** Whether a word has nothing but a particle behind its stem, as far as one can tell without a dictionary. */
export const isClearStem = (word: string, stem: string) => clear.has(word.slice(stem.length));

/** The word without the longest particle at its end, when it has one and something is left; Hangul syllables only. */
export function stemOf(word: string): string | undefined {
  for (let length = Math.min(longest, word.length - 1); length > 0; length--) {
    const at = word.length - length;
    const after = particles.get(word.slice(at));
    if (after && mayFollow(word.slice(at), after, word[at - 1]!)) return word.slice(0, at);
  }
  return undefined;
}

/** The first consonant of each syllable: 고양이 is ㄱㅇㅇ. What is no syllable stays as it is. */
export function initialsOf(text: string): string {
  return text.replace(
    /[가-힣]/g,
    (syllable) => initials[Math.floor((syllable.charCodeAt(0) - firstSyllable) / perInitial)]!,
  );
}
