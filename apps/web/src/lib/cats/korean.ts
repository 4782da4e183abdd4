const tens = ["", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"];
const ones = ["", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"];

/** The native numeral before a counter: 한, 두, 스무, 스물한. From 1 to 99; others stay digits. */
export function nativeNumeral(count: number): string {
  if (!Number.isInteger(count) || count < 1 || count > 99) return String(count);
  if (count === 20) return "스무";
  return `${tens[Math.floor(count / 10)]}${ones[count % 10]}`;
}

const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
/** Digits by how they are read: 영, 일, 이, 삼 … */
const digitsWithFinal = "013678";
const lettersWithFinal = "lmnr";

/** Whether a word ends in a consonant when it is read aloud, so that the particle after it fits. */
export function endsInConsonant(word: string): boolean {
  const last = word.trim().toLowerCase().at(-1) ?? "";
  const code = last.charCodeAt(0);
  if (code >= firstSyllable && code <= lastSyllable) return (code - firstSyllable) % 28 > 0;
  return digitsWithFinal.includes(last) ? last !== "" : lettersWithFinal.includes(last) && last !== "";
}

type Pair = "이/가" | "을/를" | "은/는" | "과/와" | "이에요/예요" | "이라/라";

/** The word with the particle that its end asks for: 나비를, 먹물을. */
export function withParticle(word: string, pair: Pair): string {
  const [afterConsonant = "", afterVowel = ""] = pair.split("/");
  return word + (endsInConsonant(word) ? afterConsonant : afterVowel);
}
