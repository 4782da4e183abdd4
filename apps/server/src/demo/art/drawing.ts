/** The part of the drawing plane that a picture shows, and how many pixels wide it becomes. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
  pixels: number;
}

/** Scenes are drawn around a square of 400 and reach beyond it, so that every frame below is filled. */
export const frames = {
  square: { x: 0, y: 0, width: 400, height: 400, pixels: 1200 },
  wide: { x: -66, y: 0, width: 532, height: 400, pixels: 1200 },
  tall: { x: 40, y: -27, width: 320, height: 427, pixels: 1200 },
  cinema: { x: -100, y: 20, width: 600, height: 338, pixels: 1440 },
} satisfies Record<string, Frame>;

export type FrameName = keyof typeof frames;

export function svg(frame: Frame, body: string, definitions = ""): string {
  const { x, y, width, height, pixels } = frame;
  const pixelHeight = Math.round((pixels * height) / width);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${pixels}" height="${pixelHeight}"><defs>${definitions}</defs>${body}</svg>`;
}

/** Offset, colour and, where it is not 1, opacity. */
export type Stop = [number, string, number?];

const stops = (list: Stop[]) =>
  list
    .map(
      ([at, colour, opacity = 1]) =>
        `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    .join("");

export const linear = (id: string, list: Stop[], x2 = 0, y2 = 1) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="${x2}" y2="${y2}">${stops(list)}</linearGradient>`;

export const radial = (id: string, list: Stop[], cx = 0.5, cy = 0.5, r = 0.6) =>
  `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stops(list)}</radialGradient>`;

/** Covers every frame. */
export const fill = (colour: string, extra = "") =>
  `<rect x="-160" y="-120" width="720" height="640" fill="${colour}"${extra}/>`;

export const times = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => draw(index)).join("");

export type Random = () => number;

/** Numbers from 0 to 1, always the same ones for the same seed. */
export function randomFrom(seed: string): Random {
  let state = 2166136261;
  for (const character of seed) state = Math.imul(state ^ character.codePointAt(0)!, 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const between = (random: Random, low: number, high: number) =>
  Math.round((low + random() * (high - low)) * 10) / 10;
export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** The light that lies over a finished picture: warm from one corner, darker towards the edges. */
export function finish(frame: Frame, body: string, definitions = "", glow = "#fff1cf"): string {
  const { x, y, width, height } = frame;
  const over = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="url(#finish-light)"/>`;
  // The middle, where the edge is clear, is left out: a radial gradient takes as long to paint as all the rest.
  const [rx, ry] = [width * 0.425, height * 0.425];
  const edge = `<path fill-rule="evenodd" fill="url(#finish-edge)" d="M${x} ${y}h${width}v${height}h${-width}zM${x + width / 2 - rx} ${y + height / 2}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z"/>`;
  const light =
    radial(
      "finish-edge",
      [
        [0.55, "#2b160a", 0],
        [1, "#2b160a", 0.26],
      ],
      0.5,
      0.5,
      0.78,
    ) +
    linear(
      "finish-light",
      [
        [0, glow, 0.28],
        [0.6, glow, 0],
      ],
      1,
      1,
    );
  return svg(frame, body + edge + over, definitions + light);
}
