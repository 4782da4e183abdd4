import { linear, type Stop, times } from "../drawing.ts";

/** The sheet that every poster is drawn on. */
export const sheet = { x: 0, y: 0, width: 300, height: 450, pixels: 480 };

export const rect = (x: number, y: number, width: number, height: number, fill: string, extra = "") =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"${extra}/>`;
export const disc = (x: number, y: number, r: number, fill: string, extra = "") =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"${extra}/>`;
export const oval = (x: number, y: number, rx: number, ry: number, fill: string, extra = "") =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"${extra}/>`;
export const shape = (d: string, fill: string, extra = "") => `<path d="${d}" fill="${fill}"${extra}/>`;
/** A line with round ends. */
export const line = (d: string, colour: string, width: number, extra = "") =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${extra}/>`;
export const ring = (x: number, y: number, r: number, colour: string, width: number) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
export const rounded = (x: number, y: number, width: number, height: number, r: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${r}" fill="${fill}"/>`;

export const at = (x: number, y: number, body: string, { scale = 1, turn = 0 } = {}) =>
  `<g transform="translate(${x} ${y})${turn ? ` rotate(${turn})` : ""}${scale === 1 ? "" : ` scale(${scale})`}">${body}</g>`;
export const faint = (opacity: number, body: string) => `<g opacity="${opacity}">${body}</g>`;

/** The whole sheet in one colour. */
export const paper = (colour: string) => rect(0, 0, sheet.width, sheet.height, colour);
/** The whole sheet, or what is below `from`, from one colour to another. */
export function fade(stops: Stop[], from = 0, id = `fade${from}`): string {
  return linear(id, stops) + rect(0, from, sheet.width, sheet.height - from, `url(#${id})`);
}

/** Beams from a point, as on an old circus bill. */
export const rays = (x: number, y: number, count: number, colour: string, reach = 520) =>
  times(count, (index) => {
    const turn = (2 * Math.PI * index) / count;
    const half = Math.PI / count / 2;
    const tip = (angle: number) =>
      `${(x + reach * Math.cos(angle)).toFixed(1)} ${(y + reach * Math.sin(angle)).toFixed(1)}`;
    return shape(`M${x} ${y}L${tip(turn - half)}L${tip(turn + half)}z`, colour);
  });

export const rings = (x: number, y: number, radii: readonly number[], colour: string, width: number) =>
  radii.map((r) => ring(x, y, r, colour, width)).join("");

/** Copies in rows and columns. */
export const grid = (
  columns: number,
  rows: number,
  draw: (column: number, row: number, place: number) => string,
) => times(columns * rows, (place) => draw(place % columns, Math.floor(place / columns), place));

/** Numbers that look thrown, always the same ones: from 0 up to, but without, `below`. */
export const thrown = (place: number, salt: number, below: number) =>
  ((place * 7919 + salt * 104_729 + place * place * 31) % 9973) % below;

export const star = (x: number, y: number, r: number, fill: string, points = 5, depth = 0.42) => {
  const corner = (index: number) => {
    const reach = index % 2 === 0 ? r : r * depth;
    const angle = -Math.PI / 2 + (Math.PI * index) / points;
    return `${(x + reach * Math.cos(angle)).toFixed(1)} ${(y + reach * Math.sin(angle)).toFixed(1)}`;
  };
  return shape(`M${Array.from({ length: points * 2 }, (_, index) => corner(index)).join("L")}z`, fill);
};
