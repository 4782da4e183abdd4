import { svg } from "../drawing.ts";
import { sheet } from "./shapes.ts";
import { type LayoutName, layouts, type Title, type TitleStyle } from "./titles.ts";

export interface Poster {
  title: Title;
  /** What it shows, for those who cannot see it. */
  alt: string;
  draw(): string;
}

/** A poster of a drawing and a title: its lines with "/" between them, in English, and who made it. */
export function poster(
  words: string,
  small: string,
  credit: string,
  layout: LayoutName,
  style: TitleStyle,
  art: () => string,
): Poster {
  const title = { lines: words.split("/"), small, credit };
  return {
    title,
    alt: `영화 ‘${title.lines.join(" ")}’ 포스터`,
    draw: () => svg(sheet, art() + layouts[layout](title, style)),
  };
}
