/** Turn the direction of what follows, or cannot stand in XML. */
const dropped = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;
const spaceOrControl = /[\s\p{Cc}]+/gu;
/** Letters by their class that show nothing. */
const unseen = /[\u115F\u1160\u2800\u3164\uFFA0]/gu;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** Marks piled up until they cover the lines around them; no script needs this many on one letter. */
const piledMarks = /(\p{M}{5})\p{M}+/gu;

/** A text that a stranger wrote, as one line of at most so many characters; empty when nothing of it could be seen. */
export function cleanLine(raw: string, most: number): string {
  const line = raw
    .replace(dropped, "")
    .replace(spaceOrControl, " ")
    .trim()
    // Before it is normalised, which takes as long as the square of how many marks are on one letter.
    .replace(piledMarks, "$1")
    .normalize("NFC");
  if (!visible.test(line.replace(unseen, ""))) return "";
  const characters = [...line];
  if (characters.length <= most) return line;
  return `${characters
    .slice(0, most - 1)
    .join("")
    .trimEnd()}…`;
}
