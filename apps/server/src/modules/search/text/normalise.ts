/** Shows nothing, or only changes how its neighbour is drawn: joiners, variation selectors, skin tones, fillers, marks of direction. */
const dropped = /[\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}]|\u20E3/gu;
/** Jamo as they are typed (ㄱ, ㅏ): the compatibility form of Unicode would join them into syllables that nobody wrote. */
const typedJamo = /([\u3131-\u318E]+)/u;
/** Jamo that are left alone after everything was composed. */
const looseJamo = /[\u1100-\u1112\u1161-\u1175\u11A8-\u11C2]/g;
const finals = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
export const initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

/** One typed form for each loose jamo, wherever in a syllable it came from. */
function typed(jamo: string): string {
  const code = jamo.charCodeAt(0);
  if (code <= 0x1112) return initials[code - 0x1100]!;
  if (code <= 0x1175) return String.fromCharCode(0x314f + code - 0x1161);
  return finals[code - 0x11a8]!;
}

/** Where nothing but the case can change. */
const plain = /^[\n -~\uAC00-\uD7A3\u3131-\u3163]*$/;

/**
 * The form in which texts and queries are compared: composed, of one width, in lower case, without what cannot be seen. The same for
 * every way in which a text can be encoded; repeat-safe.
 */
export function normalise(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  const seen = text.replace(dropped, "");
  const compatible = (part: string) => part.normalize("NFKC").toLowerCase().normalize("NFKC");
  const parts = typedJamo.test(seen)
    ? seen.split(typedJamo).map((part, index) => (index % 2 === 1 ? part : compatible(part)))
    : [compatible(seen)];
  return parts.join("").replace(looseJamo, typed);
}

export interface Traced {
  text: string;
  /** Where in the original each UTF-16 unit of the text begins; one more for the end. Undefined: where it is in the text. */
  origin: Uint32Array | undefined;
}

/** What is normalised as one: a syllable in pieces, half-width kana with its mark, a letter with its marks. */
const pieces =
  /[\uAC00-\uD7A3]?[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF\uFFA1-\uFFDC]+|[\uFF65-\uFF9F]+|\P{M}\p{M}*|\p{M}+/gu;

/** As `normalise`, with the way back to the original for marking what was found. */
export function traced(original: string): Traced {
  if (plain.test(original)) return { text: original.toLowerCase(), origin: undefined };
  let text = "";
  const origin: number[] = [];
  for (const { 0: piece, index } of original.matchAll(pieces)) {
    const normal = normalise(piece);
    for (let unit = 0; unit < normal.length; unit++)
      origin.push(index + (normal.length === piece.length ? unit : 0));
    text += normal;
  }
  origin.push(original.length);
  return { text, origin: Uint32Array.from(origin) };
}
