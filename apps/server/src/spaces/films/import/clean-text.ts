/** A text as it is stored, in at most so many characters: on one line, without what no screen shows; undefined where nothing is left. */
export function cleanText(text: string | undefined, most: number): string | undefined {
  if (text === undefined) return undefined;
  const clean = text
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
  if (clean.length <= most) return clean === "" ? undefined : clean;
  // The database counts code points.
  const points = [...clean];
  return points.length <= most ? clean : `${points.slice(0, most - 1).join("")}…`;
}
