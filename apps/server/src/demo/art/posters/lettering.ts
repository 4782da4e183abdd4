import { letters, unitsPerEm } from "./letters.gen.ts";

export interface Lettering {
  /** Of an em, in the units of the sheet. */
  size: number;
  fill: string;
  /** Added between letters, as a part of the size. */
  tracking?: number;
  anchor?: "start" | "middle" | "end";
  opacity?: number;
}

function outlineOf(letter: string): [number, string] {
  const found = letters[letter];
  if (!found) throw new Error(`The posters have no letter ${letter}: see make-poster-letters.ts.`);
  return found;
}

/** How wide a line is at size 1. */
export function widthOf(text: string, tracking = 0): number {
  const advances = [...text].map((letter) => outlineOf(letter)[0] / unitsPerEm);
  return advances.reduce((sum, advance) => sum + advance + tracking, -tracking);
}

/** A line of outlines, standing on `y`. */
export function setLine(text: string, x: number, y: number, lettering: Lettering): string {
  const { size, tracking = 0, anchor = "start", fill, opacity = 1 } = lettering;
  const scale = size / unitsPerEm;
  const width = widthOf(text, tracking) * unitsPerEm;
  let pen = { start: 0, middle: -width / 2, end: -width }[anchor];
  const glyphs = [...text].map((letter) => {
    const [advance, outline] = outlineOf(letter);
    const glyph = outline && `<path transform="translate(${Math.round(pen)} 0)" d="${outline}"/>`;
    pen += advance + tracking * unitsPerEm;
    return glyph;
  });
  const place = `translate(${x} ${y}) scale(${scale.toFixed(4)})`;
  return `<g transform="${place}" fill="${fill}"${opacity === 1 ? "" : ` opacity="${opacity}"`}>${glyphs.join("")}</g>`;
}

/** Letters below each other, the first one's head at `y`, around `x`. */
export function setColumn(text: string, x: number, y: number, lettering: Lettering): string {
  const { size, tracking = 0.04 } = lettering;
  let top = y;
  return [...text]
    .map((letter) => {
      const step = letter === " " ? size * 0.42 : size * (1 + tracking);
      const glyph =
        letter === " " ? "" : setLine(letter, x, top + size * 0.88, { ...lettering, anchor: "middle" });
      top += step;
      return glyph;
    })
    .join("");
}
