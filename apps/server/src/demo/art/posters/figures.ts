import { disc, line, oval, rect, rounded, shape, thrown } from "./shapes.ts";
import { times } from "../drawing.ts";

/** What stands on more than one poster. Sizes are in the units of the sheet; each is drawn around its own foot or middle. */

/** Somebody upright, their feet at the origin, a head taller than `height`. */
export const somebody = (height: number, colour: string, head = colour) => {
  const w = height * 0.2;
  return (
    shape(
      `M${-w} 0L${-w * 0.86} ${-height * 0.62}q${w * 0.1} ${-height * 0.2} ${w * 0.86} ${-height * 0.2}t${w * 0.86} ${height * 0.2}L${w} 0H${w * 0.14}L0 ${-height * 0.34}L${-w * 0.14} 0z`,
      colour,
    ) + disc(0, -height * 0.93, height * 0.105, head)
  );
};

/** Roofs of different heights from edge to edge, some windows lit. */
export function skyline(y: number, colour: string, lit: string, salt = 1, tallest = 90): string {
  let x = -6;
  let body = "";
  for (let place = 0; x < 306; place++) {
    const width = 26 + thrown(place, salt, 24);
    const height = 24 + thrown(place, salt + 3, tallest - 24);
    body += rect(x, y - height, width + 1, 460 - y + height, colour);
    for (let row = 0; row * 16 < height - 20; row++)
      for (let column = 0; column * 11 < width - 12; column++)
        if (thrown(place * 31 + row * 7 + column, salt + 5, 10) < 3)
          body += rect(x + 6 + column * 11, y - height + 10 + row * 16, 5, 8, lit);
    x += width;
  }
  return body;
}

export const stars = (count: number, colour: string, salt = 1, below = 300) =>
  times(count, (place) =>
    disc(
      thrown(place, salt, 300),
      thrown(place, salt + 2, below),
      0.7 + (place % 4) * 0.45,
      colour,
      place % 5 === 0 ? "" : ` opacity=".7"`,
    ),
  );

export const rain = (count: number, colour: string, slant = -9, length = 30, below = 420) =>
  times(count, (place) =>
    line(
      `M${thrown(place, 11, 330)} ${thrown(place, 17, below)}l${slant} ${length}`,
      colour,
      1.6,
      ` opacity=".6"`,
    ),
  );

export const flakes = (count: number, colour: string, below = 440) =>
  times(count, (place) => disc(thrown(place, 5, 300), thrown(place, 9, below), 1.4 + (place % 4), colour));

/** Mountains or hills: a path through these heights, down to the end of the sheet. */
export const hills = (colour: string, ...heights: number[]) => {
  const step = 300 / (heights.length - 1);
  const through = heights
    .slice(1)
    .map((y, place) => `S${(place + 0.55) * step} ${y} ${(place + 1) * step} ${y}`);
  return shape(`M0 ${heights[0]}${through.join("")}V450H0z`, colour);
};

export const waves = (y: number, colour: string, height = 9) =>
  shape(`M0 ${y}q25 ${-height} 50 0t50 0 50 0 50 0 50 0 50 0V450H0z`, colour);

/** Steam over something warm. */
export const steam = (x: number, y: number, colour: string, height = 60) =>
  [-18, 0, 18]
    .map((dx, place) =>
      line(
        `M${x + dx} ${y}q${place === 1 ? -14 : 14} ${-height / 4} 0 ${-height / 2}t0 ${-height / 2}`,
        colour,
        4,
        ` opacity=".75"`,
      ),
    )
    .join("");

/** A bowl whose rim is at the origin. */
export const bowl = (width: number, colour: string, inside: string) =>
  oval(0, 0, width / 2, width * 0.11, inside) +
  shape(
    `M${-width / 2} 0q${width * 0.02} ${width * 0.42} ${width * 0.3} ${width * 0.44}h${width * 0.4}q${width * 0.28} ${-width * 0.02} ${width * 0.3} ${-width * 0.44}a${width / 2} ${width * 0.11} 0 0 1 ${-width} 0z`,
    colour,
  );

/** A hand-drawn envelope around its middle. */
export const envelope = (width: number, colour: string, edge: string) =>
  rounded(-width / 2, -width * 0.33, width, width * 0.66, 3, colour) +
  line(
    `M${-width / 2} ${-width * 0.33}L0 ${width * 0.08}L${width / 2} ${-width * 0.33}`,
    edge,
    width * 0.025,
  );
