import type { Coat } from "./coats.ts";

export interface HeadLook {
  x?: number;
  y?: number;
  scale?: number;
  tilt?: number;
  eyes?: "open" | "asleep" | "wink" | "wide";
  wears?: "bell" | "bow" | "cone" | "scarf";
}

const line = `fill="none" stroke-linecap="round"`;

function eye(coat: Coat, x: number, wide: boolean): string {
  const [pupil, size] = wide ? [12, 17] : [7.5, 14.5];
  return `<ellipse cx="${x}" cy="174" rx="${size}" ry="${size + 1}" fill="${coat.eye}"/><ellipse cx="${x}" cy="174" rx="${pupil}" ry="13.5" fill="#201815"/><circle cx="${x + 4.5}" cy="168.5" r="4.2" fill="#fff"/><circle cx="${x - 4}" cy="180" r="2" fill="#fff" opacity=".7"/>`;
}

function eyesOf(coat: Coat, eyes: NonNullable<HeadLook["eyes"]>): string {
  const lid = coat.whiskers ? "#b9aba0" : "#4a332a";
  const closed = (x: number) =>
    `<path d="M${x - 15} 177q15 12 30 0" ${line} stroke="${lid}" stroke-width="5"/>`;
  switch (eyes) {
    case "asleep":
      return closed(167) + closed(233);
    case "wink":
      return eye(coat, 167, false) + closed(233);
    case "open":
    case "wide":
      return eye(coat, 167, eyes === "wide") + eye(coat, 233, eyes === "wide");
  }
}

function markings(coat: Coat): string {
  switch (coat.pattern) {
    case "tabby":
      return `<g stroke="${coat.dark}" stroke-width="8" ${line}><path d="M200 112v30M178 114l5 26M222 114l-5 26M113 176l26 5M114 198l24-2M287 176l-26 5M286 198l-24-2"/></g><ellipse cx="200" cy="222" rx="44" ry="34" fill="${coat.light}"/>`;
    case "tuxedo":
      return `<path d="M200 128C212 165 222 180 250 206C262 240 228 256 200 256C172 256 138 240 150 206C178 180 188 165 200 128Z" fill="${coat.light}"/>`;
    case "patches":
      return `<path d="M105 100h92c4 40-14 66-40 82c-22 12-40 4-60 10z" fill="${coat.dark}"/><path d="M300 110h-78c0 34 10 54 34 62c20 6 34 4 50 10z" fill="${coat.spot}"/>`;
    case "point":
      return `<ellipse cx="200" cy="204" rx="58" ry="52" fill="${coat.dark}" opacity=".72"/><ellipse cx="200" cy="212" rx="36" ry="34" fill="${coat.dark}" opacity=".7"/>`;
    case "solid":
      return `<ellipse cx="200" cy="220" rx="42" ry="30" fill="${coat.light}" opacity=".75"/>`;
  }
}

const worn: Record<NonNullable<HeadLook["wears"]>, string> = {
  bell: `<path d="M140 238q60 30 120 0" ${line} stroke="#b5525b" stroke-width="12"/><circle cx="200" cy="260" r="13" fill="#e8b84f"/><path d="M190 260h20M200 262v9" stroke="#9a6d1e" stroke-width="3"/>`,
  bow: `<path d="M200 252L158 232V276ZM200 252L242 232V276Z" fill="#5f8a78"/><circle cx="200" cy="253" r="10" fill="#3f6656"/>`,
  scarf: `<path d="M128 226q72 44 144 0l6 26q-78 44-156 0z" fill="#c1626a"/><path d="M230 252l34 8 6 60-36-6z" fill="#a8474f"/><path d="M140 240l8 18M172 252l4 18M206 254l0 18M240 246l-6 18" stroke="#e6a0a0" stroke-width="5"/>`,
  cone: `<path d="M200 20L164 116Q200 132 236 116Z" fill="#5f8a78"/><path d="M188 54l28 10M180 76l42 14M172 98l54 14" stroke="#f6e3b0" stroke-width="7"/><circle cx="200" cy="20" r="12" fill="#e8894c"/>`,
};

const skull =
  "M200 112C250 112 286 142 286 184C286 222 250 246 200 246C150 246 114 222 114 184C114 142 150 112 200 112Z";

/** A cat's face, around (200, 175) unless placed elsewhere. `id` keeps its clip apart from those of other cats in the picture. */
export function catHead(
  coat: Coat,
  { x = 200, y = 175, scale = 1, tilt = 0, eyes = "open", wears }: HeadLook = {},
  id = "head",
): string {
  const ear = coat.pattern === "point" ? coat.dark : coat.base;
  const [left, right] = coat.pattern === "patches" ? [coat.dark, coat.spot] : [ear, ear];
  return `<g transform="translate(${x} ${y}) rotate(${tilt}) scale(${scale}) translate(-200 -175)">
<path d="M122 166L118 84Q119 70 132 77L196 122Z" fill="${left}"/><path d="M278 166L282 84Q281 70 268 77L204 122Z" fill="${right}"/>
<path d="M133 146L130 98Q131 92 137 96L172 122Z" fill="#e7a79a" opacity=".85"/><path d="M267 146L270 98Q269 92 263 96L228 122Z" fill="#e7a79a" opacity=".85"/>
<path d="${skull}" fill="${coat.base}"/><clipPath id="${id}"><path d="${skull}"/></clipPath>
<g clip-path="url(#${id})">${markings(coat)}<path d="M114 150C130 240 270 240 286 150V260H114Z" fill="#3b2416" opacity=".05"/></g>
${eyesOf(coat, eyes)}
<path d="M192 198q8-4 16 0q-2 9-8 11q-6-2-8-11z" fill="#d97f78"/><path d="M200 209v6M200 215q-8 9-17 3M200 215q8 9 17 3" ${line} stroke="${coat.whiskers ? "#9b8a80" : "#5b3a2e"}" stroke-width="3.4"/>
<g stroke="${coat.whiskers ?? "#fff"}" stroke-opacity=".85" stroke-width="2.4" ${line}><path d="M150 208l-52-10M150 216l-54 4M250 208l52-10M250 216l54 4"/></g>
<ellipse cx="140" cy="206" rx="13" ry="8" fill="#ef9a86" opacity=".28"/><ellipse cx="260" cy="206" rx="13" ry="8" fill="#ef9a86" opacity=".28"/>${wears ? worn[wears] : ""}</g>`;
}
