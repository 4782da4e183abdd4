import { setColumn, setLine, widthOf } from "./lettering.ts";
import { fade, line, rect, sheet } from "./shapes.ts";

export interface Title {
  /** In Korean, as it breaks. */
  lines: readonly string[];
  /** In English, set small. */
  small: string;
  /** Who made it, or what is said of it. */
  credit: string;
}

export interface TitleStyle {
  ink: string;
  /** Of the small lines; that of the title unless it is given. */
  second?: string;
  /** Where it stands, where it has a choice. */
  y?: number;
  size?: number;
  /** How dark the sheet becomes behind it. */
  shade?: number;
  /** What a band or the paper of a frame is made of. */
  ground?: string;
}

type Layout = (title: Title, style: TitleStyle) => string;

const margin = 22;
const room = sheet.width - 2 * margin;
const middle = sheet.width / 2;
const capitals = (text: string) => text.toUpperCase().replaceAll("’", "'");

/** The size at which the longest line still fits. */
const fitting = (lines: readonly string[], most: number, within = room, tracking = -0.03) =>
  Math.min(most, ...lines.map((text) => within / widthOf(text, tracking)));

function smallLine(text: string, x: number, y: number, fill: string, anchor: "start" | "middle" | "end") {
  const set = capitals(text);
  const size = Math.min(10.5, room / widthOf(set, 0.16));
  return setLine(set, x, y, { size, tracking: 0.16, fill, anchor });
}

const creditLine = (text: string, x: number, y: number, fill: string, anchor: "start" | "middle" | "end") =>
  setLine(text, x, y, { size: 11, tracking: 0.02, fill, anchor, opacity: 0.9 });

function shadeBelow({ shade = 0 }: TitleStyle): string {
  if (shade === 0) return "";
  const stops: Parameters<typeof fade>[0] = [
    [0, "#000", 0],
    [1, "#000", shade],
  ];
  return fade(stops, 220, "shade");
}

/** Lower left, as on most of the mock-up's posters. */
const low: Layout = ({ lines, small, credit }, style) => {
  const { ink, second = ink, size = fitting(lines, 46) } = style;
  const step = size * 1.08;
  const bottom = style.y ?? 410;
  const top = bottom - step * (lines.length - 1);
  return (
    shadeBelow(style) +
    creditLine(credit, margin, top - size - 6, second, "start") +
    lines
      .map((text, place) =>
        setLine(text, margin - 2, top + step * place, { size, tracking: -0.03, fill: ink }),
      )
      .join("") +
    smallLine(small, margin, bottom + 21, second, "start")
  );
};

/** Upper left. */
const high: Layout = ({ lines, small, credit }, style) => {
  const { ink, second = ink, size = fitting(lines, 50) } = style;
  const step = size * 1.08;
  const top = style.y ?? 28 + size;
  const bottom = top + step * (lines.length - 1);
  return (
    lines
      .map((text, place) =>
        setLine(text, margin - 2, top + step * place, { size, tracking: -0.03, fill: ink }),
      )
      .join("") +
    smallLine(small, margin, bottom + 22, second, "start") +
    creditLine(credit, margin, bottom + 40, second, "start")
  );
};

/** In the middle of the sheet's width, between two hairlines. */
const centred: Layout = ({ lines, small, credit }, style) => {
  const { ink, second = ink, y = 372, size = fitting(lines, 44) } = style;
  const step = size * 1.1;
  const bottom = y + step * (lines.length - 1);
  const words = capitals(small);
  const half = (widthOf(words, 0.16) * Math.min(10.5, 190 / widthOf(words, 0.16))) / 2 + 10;
  const rule = (from: number, to: number) => line(`M${from} ${bottom + 21}H${to}`, second, 0.8);
  return (
    shadeBelow(style) +
    lines
      .map((text, place) =>
        setLine(text, middle, y + step * place, { size, tracking: -0.02, fill: ink, anchor: "middle" }),
      )
      .join("") +
    setLine(words, middle, bottom + 25, {
      size: Math.min(10.5, 190 / widthOf(words, 0.16)),
      tracking: 0.16,
      fill: second,
      anchor: "middle",
    }) +
    rule(margin, middle - half) +
    rule(middle + half, sheet.width - margin) +
    creditLine(credit, middle, bottom + 44, second, "middle")
  );
};

/** From top to bottom, the first line rightmost, as books were written. */
const columnAt =
  (side: "right" | "left"): Layout =>
  ({ lines, small, credit }, style) => {
    const tallest = Math.max(...lines.map((text) => [...text].length));
    const { ink, second = ink, y = 30, size = Math.min(44, 320 / tallest) } = style;
    const width = size * 1.22;
    const right =
      side === "right" ? sheet.width - margin - size / 2 : margin + size / 2 + width * (lines.length - 1);
    return (
      shadeBelow(style) +
      lines
        .map((text, place) =>
          setColumn(text, right - width * place, y + place * size * 0.9, { size, fill: ink }),
        )
        .join("") +
      smallLine(
        small,
        side === "right" ? margin : sheet.width - margin,
        426,
        second,
        side === "right" ? "start" : "end",
      ) +
      creditLine(
        credit,
        side === "right" ? margin : sheet.width - margin,
        408,
        second,
        side === "right" ? "start" : "end",
      )
    );
  };

/** Each line as wide as the sheet. */
const hugeAt =
  (side: "top" | "bottom"): Layout =>
  ({ lines, small, credit }, style) => {
    const { ink, second = ink } = style;
    const sizes = lines.map((text) => fitting([text], style.size ?? 108, room + 4, -0.05));
    const heights = sizes.map((size) => size * 0.98);
    const whole = heights.reduce((sum, height) => sum + height, 0);
    const from = style.y ?? (side === "top" ? 24 : 414 - whole);
    let y = from;
    const set = lines.map((text, place) => {
      y += heights[place]!;
      const size = sizes[place]!;
      return setLine(text, margin - 4, y - size * 0.12, { size, tracking: -0.05, fill: ink });
    });
    const below = side === "top" ? y + 12 : 424;
    return (
      shadeBelow(style) +
      set.join("") +
      smallLine(small, margin, below, second, "start") +
      creditLine(credit, margin, side === "top" ? below + 18 : from - 8, second, "start")
    );
  };

/** On a band across the sheet. */
const band: Layout = ({ lines, small, credit }, style) => {
  const { ink, second = ink, ground = "#000", y = 300, size = fitting(lines, 40) } = style;
  const step = size * 1.1;
  const height = step * lines.length + 44;
  return (
    rect(0, y, sheet.width, height, ground) +
    lines
      .map((text, place) =>
        setLine(text, middle, y + 12 + size * 0.92 + step * place, {
          size,
          tracking: -0.02,
          fill: ink,
          anchor: "middle",
        }),
      )
      .join("") +
    smallLine(small, middle, y + height - 14, second, "middle") +
    (y + height > 424 ? "" : creditLine(credit, middle, y + height + 20, ground, "middle"))
  );
};

/** The picture on a sheet of paper with a margin, the title below it. */
const framed: Layout = ({ lines, small, credit }, style) => {
  const { ink, second = ink, ground = "#f4ecd9", size = fitting(lines, 38) } = style;
  const step = size * 1.1;
  const top = 330;
  const edge = `M0 0H300V450H0zM${margin} ${margin}V${top - 20}H${sheet.width - margin}V${margin}z`;
  return (
    `<path fill-rule="evenodd" d="${edge}" fill="${ground}"/>` +
    lines
      .map((text, place) =>
        setLine(text, margin - 1, top + size * 0.86 + step * place, { size, tracking: -0.03, fill: ink }),
      )
      .join("") +
    smallLine(small, margin, 421, second, "start") +
    (lines.length === 1
      ? creditLine(credit, margin, 400, second, "start")
      : creditLine(credit, sheet.width - margin, 404, second, "end"))
  );
};

export const layouts = {
  low,
  high,
  centred,
  column: columnAt("right"),
  "column-left": columnAt("left"),
  "huge-top": hugeAt("top"),
  huge: hugeAt("bottom"),
  band,
  framed,
} satisfies Record<string, Layout>;

export type LayoutName = keyof typeof layouts;
