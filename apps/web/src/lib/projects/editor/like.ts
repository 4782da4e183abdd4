const initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const finals = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
const firstVowel = 0x314f;

/** A text in the keys it is typed with, spaces left out: 제목 is ㅈㅔㅁㅗㄱ. */
function keysOf(text: string) {
  let keys = "";
  for (const char of text.toLowerCase().replace(/\s/g, "")) {
    const code = char.charCodeAt(0);
    if (code < firstSyllable || code > lastSyllable) {
      keys += char;
      continue;
    }
    const place = code - firstSyllable;
    const last = place % 28;
    keys += initials[Math.floor(place / 588)];
    keys += String.fromCharCode(firstVowel + Math.floor((place % 588) / 28));
    if (last > 0) keys += finals[last - 1];
  }
  return keys;
}

/** Whether a word begins with what is being typed, a syllable that is not finished included: 젬 is on the way to 제목. */
export const beginsLike = (word: string, typed: string) => keysOf(word).startsWith(keysOf(typed));
