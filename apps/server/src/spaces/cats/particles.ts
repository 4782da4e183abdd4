const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
/** Those that end in a consonant when they are read: 영, 일, 삼, 육, 칠, 팔; 엘, 엠, 엔, 알. */
const closed = new Set("013678lmnr");

function endsInConsonant(word: string): boolean {
  const last =
    word
      .replace(/[^\p{L}\p{N}]+$/u, "")
      .at(-1)
      ?.toLowerCase() ?? "";
  const code = last.charCodeAt(0);
  if (code >= firstSyllable && code <= lastSyllable) return (code - firstSyllable) % 28 > 0;
  return closed.has(last);
}

export type Particle = "이/가" | "을/를" | "은/는" | "과/와";

/** The word with the particle that its end asks for: 두부를, 먹물을. */
export function withParticle(word: string, particle: Particle): string {
  const [afterConsonant, afterVowel] = particle.split("/");
  return word + (endsInConsonant(word) ? afterConsonant : afterVowel);
}
