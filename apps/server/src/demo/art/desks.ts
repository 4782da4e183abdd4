import { cat } from "./cat.ts";
import { coats } from "./coats.ts";
import { between, fill, finish, type FrameName, frames, pick, randomFrom, times } from "./drawing.ts";

interface Board {
  mat: string;
  case: string;
  keys: string[];
  accent: string;
}

/** A keyboard from above: five rows, the last one with a space bar. */
function keyboard(seed: string, { mat, case: shell, keys, accent }: Board): string {
  const random = randomFrom(seed);
  const rows = [
    [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2],
    [1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.5],
    [1.75, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2.25],
    [2.25, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.75, 1],
    [1.25, 1.25, 1.25, 6.25, 1.25, 1.25, 1.25, 1.25],
  ];
  const unit = 28;
  let drawn = "";
  rows.forEach((row, line) => {
    let x = -10;
    row.forEach((width, index) => {
      const special = width > 1 || (line === 0 && index === 0);
      const colour =
        line === 0 && index === 0
          ? accent
          : special
            ? keys[1]!
            : line === 2 && index === 12
              ? accent
              : keys[0]!;
      const wide = width * unit - 3;
      drawn += `<rect x="${x}" y="${122 + line * 31}" width="${wide}" height="28" rx="5" fill="#000" opacity=".2"/><rect x="${x}" y="${120 + line * 31}" width="${wide}" height="27" rx="5" fill="${colour}"/><rect x="${x + 4}" y="${122 + line * 31}" width="${wide - 8}" height="19" rx="4" fill="#fff" opacity="${between(random, 14, 22) / 100}"/>`;
      x += width * unit;
    });
  });
  return `${fill(mat)}<path d="M-160 330h720" stroke="#fff" stroke-opacity=".12" stroke-width="3"/><path d="M200 108V-120" stroke="${accent}" stroke-width="9"/><rect x="-30" y="104" width="468" height="192" rx="18" fill="#000" opacity=".22"/><rect x="-34" y="98" width="468" height="190" rx="18" fill="${shell}"/><rect x="-34" y="98" width="468" height="12" rx="6" fill="#fff" opacity=".2"/>${drawn}<ellipse cx="250" cy="360" rx="34" ry="46" fill="${shell}"/><path d="M250 316v40" stroke="${accent}" stroke-width="6"/>`;
}

/** Lines as a program's text looks from afar. */
function codeLines(seed: string, x: number, y: number, count: number, width: number): string {
  const random = randomFrom(seed);
  let depth = 0;
  return times(count, (line) => {
    depth = Math.max(0, Math.min(4, depth + pick(random, [-1, 0, 0, 1])));
    let at = x + depth * 18;
    let words = "";
    for (let word = 0; word < 2 + random() * 3 && at < x + width - 40; word++) {
      const length = between(random, 16, 70);
      words += `<path d="M${at} ${y + line * 17}h${Math.min(length, x + width - at)}" stroke="${pick(random, ["#d8a45d", "#8fb7a3", "#e5d9c3", "#c87a83", "#8fa9d0"])}"/>`;
      at += length + 13;
    }
    return words;
  });
}

const windowFrame = (x: number, y: number, width: number, height: number, dark: boolean) =>
  `<rect x="${x + 6}" y="${y + 12}" width="${width}" height="${height}" rx="14" fill="#000" opacity=".18"/><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="14" fill="${dark ? "#23231f" : "#fffdf7"}"/><rect x="${x}" y="${y}" width="${width}" height="30" rx="14" fill="${dark ? "#33332d" : "#efe6d8"}"/><circle cx="${x + 20}" cy="${y + 15}" r="5" fill="#d1664f"/><circle cx="${x + 37}" cy="${y + 15}" r="5" fill="#dba94d"/><circle cx="${x + 54}" cy="${y + 15}" r="5" fill="#7ba06c"/>`;

const garden = () => {
  const random = randomFrom("garden");
  return `${fill("#c9dcbc")}${windowFrame(-30, 40, 460, 310, false)}${times(16 * 9, (i) => `<rect x="${-6 + (i % 16) * 26}" y="${90 + Math.floor(i / 16) * 26}" width="21" height="21" rx="5" fill="${pick(random, ["#ece7d8", "#ece7d8", "#c9dcbc", "#97bd8b", "#5f9468", "#37704d"])}"/>`)}<g transform="translate(270 168) scale(.42)">${cat(coats.cheese, "sprawl", {}, "visitor")}</g>`;
};

const chart = (x: number, y: number, colour: string) =>
  `<path d="M${x} ${y}q30-60 60-20t60-26 60 10 60-50" stroke="${colour}" stroke-width="6" fill="none" stroke-linecap="round"/><path d="M${x} ${y}q30-60 60-20t60-26 60 10 60-50V${y + 30}H${x}z" fill="${colour}" opacity=".18"/>`;

const scenes = {
  walnut: () =>
    keyboard("walnut", { mat: "#5d4a3c", case: "#7b5433", keys: ["#f6efe0", "#c9b48c"], accent: "#c8553d" }),
  mint: () =>
    keyboard("mint", { mat: "#dfe3d2", case: "#f6f4ec", keys: ["#fffdf6", "#9fc4b0"], accent: "#e8894c" }),
  midnight: () =>
    keyboard("midnight", {
      mat: "#2b2b33",
      case: "#3a3a44",
      keys: ["#4a4a57", "#37374a"],
      accent: "#8f7fd0",
    }),
  sakura: () =>
    keyboard("sakura", { mat: "#efe3e0", case: "#fbf2f0", keys: ["#fffaf8", "#e7b7b4"], accent: "#a8474f" }),
  retro: () =>
    keyboard("retro", { mat: "#8f9a8c", case: "#d9d0bc", keys: ["#efe8d6", "#b3aa94"], accent: "#5f8a78" }),
  terminal: () =>
    `${fill("#4a4a44")}${windowFrame(-40, 40, 480, 320, true)}<g stroke-width="7" stroke-linecap="round">${codeLines("t", -16, 94, 15, 430)}</g><rect x="-16" y="334" width="12" height="17" fill="#d8a45d"/>`,
  editor: () =>
    `${fill("#39424b")}${windowFrame(-40, 30, 480, 340, true)}<rect x="-40" y="60" width="110" height="310" fill="#2b2b27"/>${times(11, (i) => `<path d="M${-24 + (i % 3) * 10} ${84 + i * 24}h${50 - (i % 3) * 8}" stroke="#6b6b60" stroke-width="7" stroke-linecap="round"/>`)}<g stroke-width="7" stroke-linecap="round">${codeLines("e", 94, 88, 16, 330)}</g><path d="M94 190h330" stroke="#c8553d" stroke-opacity=".35" stroke-width="16"/>`,
  garden,
  map: () =>
    `${fill("#f1e3cc")}<path d="M-160 90Q120 60 210 120T560 110V-120H-160Z" fill="#e3cd9f"/><path d="M-160 360Q80 250 200 300T560 270V560H-160z" fill="#cfe0c4"/><path d="M-160 240Q130 150 240 230T560 190" stroke="#fffaf0" stroke-width="26" fill="none"/><path d="M90-120Q130 160 260 560" stroke="#fffaf0" stroke-width="18" fill="none"/><path d="M380-120Q320 140 420 560" stroke="#fffaf0" stroke-width="14" fill="none"/><path d="M-160 320q300-60 720 20" stroke="#a9cdd6" stroke-width="22" fill="none"/>${[
      [30, 120, "#b8604a"],
      [180, 190, "#4f7a68"],
      [330, 110, "#b8604a"],
      [420, 250, "#d99b52"],
      [90, 280, "#4f7a68"],
    ]
      .map(
        ([x, y, colour]) =>
          `<g transform="translate(${x} ${y})"><path d="M0 52C-40 10-26-22 0-22S40 10 0 52Z" fill="${colour}"/><rect x="-13" y="-10" width="12" height="20" rx="2" fill="#fff6e6"/><rect x="1" y="-10" width="12" height="20" rx="2" fill="#fff6e6"/></g>`,
      )
      .join("")}`,
  board: () =>
    `${fill("#e8ddea")}${times(3, (column) => `<rect x="${-50 + column * 176}" y="40" width="160" height="330" rx="14" fill="#d6cbd9"/>${times(4 - column, (i) => `<rect x="${-40 + column * 176}" y="${60 + i * 80}" width="140" height="68" rx="9" fill="#fffdf7"/><path d="M${-26 + column * 176} ${80 + i * 80}h${60 + ((i * 31) % 50)}M${-26 + column * 176} ${98 + i * 80}h${40 + ((i * 17) % 40)}" stroke="#cfc3b2" stroke-width="7" stroke-linecap="round"/><circle cx="${84 + column * 176}" cy="${112 + i * 80}" r="9" fill="${["#b5525b", "#5f8a78", "#d99b52", "#4f6d86"][(i + column) % 4]}"/>`)}`)}`,
  dashboard: () =>
    `${fill("#dfe3e6")}${windowFrame(-40, 30, 480, 340, false)}<rect x="-20" y="80" width="210" height="130" rx="10" fill="#f3efe4"/>${chart(0, 180, "#5f8a78").replace(/q30/g, "q22")}<rect x="210" y="80" width="210" height="130" rx="10" fill="#f3efe4"/>${times(8, (i) => `<rect x="${226 + i * 23}" y="${196 - ((i * 37) % 90)}" width="15" height="${(i * 37) % 90}" rx="4" fill="#d99b52"/>`)}<rect x="-20" y="228" width="440" height="120" rx="10" fill="#f3efe4"/>${times(4, (i) => `<circle cx="6" cy="${250 + i * 26}" r="8" fill="${["#b5525b", "#5f8a78", "#d99b52", "#4f6d86"][i]}"/><path d="M28 ${250 + i * 26}h${220 - i * 40}" stroke="#cfc3b2" stroke-width="8" stroke-linecap="round"/>`)}`,
  phone: () =>
    `${fill("#f5cfa6")}<circle cx="60" cy="330" r="150" fill="#f0b98a"/><g transform="rotate(8 200 200)"><rect x="116" y="0" width="190" height="400" rx="32" fill="#33302c"/><rect x="126" y="12" width="170" height="376" rx="24" fill="#fffaf0"/><rect x="142" y="50" width="138" height="100" rx="14" fill="#e9ebe6"/><circle cx="176" cy="90" r="24" fill="#c9582f"/><path d="M210 110q24-40 50 0z" fill="#6f9a4f"/><circle cx="250" cy="74" r="10" fill="#f0b63f"/>${times(4, (i) => `<rect x="142" y="${168 + i * 50}" width="138" height="40" rx="10" fill="#f3ece0"/><circle cx="164" cy="${188 + i * 50}" r="11" fill="${["#5f8a78", "#d99b52", "#b5525b", "#4f6d86"][i]}"/><path d="M186 ${188 + i * 50}h${70 - i * 9}" stroke="#cfc3b2" stroke-width="8" stroke-linecap="round"/>`)}</g>`,
  pixels: () => {
    const random = randomFrom("pixels");
    return `${fill("#24324a")}${times(60, () => `<rect x="${Math.floor(between(random, -16, 55)) * 10}" y="${Math.floor(between(random, 0, 20)) * 10}" width="5" height="5" fill="#f6e3b0"/>`)}<path d="M-160 300h60v-40h40v-30h60v40h70v-60h50v50h80v-30h60v40h90v-20h60v40h40v270h-720z" fill="#32506b"/>${times(36, (i) => `<rect x="${-160 + i * 20}" y="330" width="20" height="20" fill="${i % 2 ? "#6f9468" : "#7fa573"}"/><rect x="${-160 + i * 20}" y="350" width="20" height="200" fill="${i % 2 ? "#7b5433" : "#6f4a2b"}"/>`)}<g fill="#e9a45c"><path d="M120 330v-70h10v-20h10v10h40v-10h10v20h10v20h60v-20h10v-20h10v60h-10v30h-10v-20h-80v20h-20v-20h-10v20z"/></g><path d="M140 272h10v10h-10zM170 272h10v10h-10z" fill="#20303a"/>${times(4, (i) => `<path d="M${280 + i * 50} 210h20v10h10v20h-10v10h-20v-10h-10v-20h10z" fill="#f0c244"/>`)}<path d="M-60 260h80v20h-80zM40 200h60v20H40z" fill="#7b5433"/>`;
  },
  soldering: () =>
    `${fill("#6f8a78")}${times(12, (i) => `<path d="M${-160 + i * 60}-120v680M-160 ${-120 + i * 60}h720" stroke="#fff" stroke-opacity=".13" stroke-width="2"/>`)}<rect x="-10" y="90" width="330" height="150" rx="10" fill="#2f5a46"/>${times(48, (i) => `<circle cx="${14 + (i % 12) * 27}" cy="${114 + Math.floor(i / 12) * 32}" r="8" fill="#d9b25a"/><circle cx="${14 + (i % 12) * 27}" cy="${114 + Math.floor(i / 12) * 32}" r="4" fill="#234637"/>`)}<path d="M300 330L170 170" stroke="#33302c" stroke-width="20" stroke-linecap="round"/><path d="M190 196l-34-42" stroke="#c9cdd0" stroke-width="8" stroke-linecap="round"/><path d="M150 144q-12-30 4-50t-2-44" stroke="#fff" stroke-opacity=".5" stroke-width="6" fill="none"/>${times(9, (i) => `<g transform="translate(${20 + i * 46} ${290 + ((i * 37) % 70)}) rotate(${i * 41})"><rect x="-15" y="-15" width="30" height="30" rx="5" fill="#efe8d6"/><rect x="-10" y="-10" width="20" height="20" rx="3" fill="${["#c8553d", "#d99b52", "#4f6d86"][i % 3]}"/></g>`)}`,
} satisfies Record<string, () => string>;

export type DeskName = keyof typeof scenes;

export const deskPicture = (name: DeskName, frameName: FrameName = "wide") =>
  finish(frames[frameName], scenes[name]());
