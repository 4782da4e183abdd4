import { between, fill, finish, type FrameName, frames, randomFrom, times } from "./drawing.ts";

/** Seen from above, on a table. */
const table = (colour: string, line: string) =>
  `${fill(colour)}${times(9, (i) => `<path d="M-160 ${-60 + i * 64}h720" stroke="${line}" stroke-width="3" opacity=".5"/>`)}`;
const shadow = (x: number, y: number, r: number) =>
  `<ellipse cx="${x + 8}" cy="${y + 16}" rx="${r}" ry="${r}" fill="#2b160a" opacity=".18"/>`;
const bowl = (x: number, y: number, r: number, rim: string, inside: string) =>
  `${shadow(x, y, r)}<circle cx="${x}" cy="${y}" r="${r}" fill="${rim}"/><circle cx="${x}" cy="${y}" r="${r * 0.92}" fill="#00000018"/><circle cx="${x}" cy="${y}" r="${r * 0.86}" fill="${inside}"/>`;
const egg = (x: number, y: number, r: number) =>
  `<path d="M${x - r} ${y}q-4 ${-r} ${r} ${-r}t${r} ${r * 0.9}t${-r} ${r * 0.9}t${-r} ${-r * 0.8}z" fill="#fffaf0"/><circle cx="${x + 2}" cy="${y}" r="${r * 0.46}" fill="#f3b53f"/><circle cx="${x - 2}" cy="${y - 4}" r="${r * 0.12}" fill="#fff" opacity=".8"/>`;
const chopsticks = `<g transform="rotate(14 420 200)"><rect x="396" y="30" width="9" height="330" rx="4" fill="#7b4f2d"/><rect x="414" y="26" width="9" height="330" rx="4" fill="#8b5d35"/></g>`;
const spoon = `<g transform="rotate(-8 -20 220)"><ellipse cx="-20" cy="90" rx="26" ry="36" fill="#c9cdd0"/><rect x="-25" y="120" width="10" height="220" rx="5" fill="#b9bec2"/></g>`;

function scatter(
  seed: string,
  count: number,
  radius: number,
  draw: (x: number, y: number, turn: number) => string,
): string {
  const random = randomFrom(seed);
  return times(count, () => {
    const [angle, distance] = [random() * 6.283, Math.sqrt(random()) * radius];
    return draw(
      Math.round(200 + Math.cos(angle) * distance),
      Math.round(200 + Math.sin(angle) * distance),
      between(random, 0, 180),
    );
  });
}

const scallion = (seed: string, radius: number, count = 16) =>
  scatter(
    seed,
    count,
    radius,
    (x, y) => `<circle cx="${x}" cy="${y}" r="6" fill="none" stroke="#7fae5e" stroke-width="4"/>`,
  );

function noodles(seed: string, colour: string, edge: string, radius = 100): string {
  const random = randomFrom(seed);
  return times(24, (i) => {
    const y = 200 - radius + (i / 24) * radius * 2;
    const half = Math.sqrt(Math.max(0, radius * radius - (y - 200) ** 2));
    const bend = between(random, -26, 26);
    return `<path d="M${200 - half} ${y}Q${200 - half / 2} ${y + bend} 200 ${y}T${200 + half} ${y + bend / 3}" stroke="${i % 2 ? colour : edge}" stroke-width="8" fill="none" stroke-linecap="round"/>`;
  });
}

const dishes = {
  ramyeon: `${table("#c99a68", "#a97a48")}${bowl(200, 200, 160, "#b9985a", "#d96a32")}${noodles("ra", "#f6d98b", "#eec56a", 112)}${egg(220, 190, 46)}${scallion("rb", 110)}<path d="M120 120q30-30 60-10l-10 40q-40 10-50-30z" fill="#e8894c"/>${chopsticks}`,
  kalguksu: `${table("#d8c4a4", "#bda784")}${bowl(200, 200, 160, "#efe9dc", "#efe3c2")}${noodles("ka", "#fff4da", "#eedcb2", 112)}${times(5, (i) => `<g transform="rotate(${i * 72} 200 200) translate(200 128)"><path d="M-20 0q20-30 40 0q-20 18-40 0z" fill="#4d4a52"/><path d="M-12 2q12-14 24 0" stroke="#e8a45a" stroke-width="5" fill="none"/></g>`)}${scallion("kb", 90, 12)}${spoon}${chopsticks}`,
  naengmyeon: `${table("#b9c7c4", "#98aaa6")}${bowl(200, 200, 160, "#d9dcdd", "#e8d9b8")}<g opacity=".6" fill="#fff">${scatter("nb", 12, 120, (x, y, t) => `<rect x="${x}" y="${y}" width="22" height="22" rx="5" transform="rotate(${t} ${x} ${y})"/>`)}</g>${noodles("na", "#8f6f4e", "#7b5c3e", 74)}<path d="M150 160q50-40 100 0l-10 20q-40-20-80 0z" fill="#f6efe0"/>${egg(210, 200, 30)}<path d="M130 230q20-10 40 6t40 2" stroke="#9fc07e" stroke-width="12" fill="none"/>${chopsticks}`,
  bibimbap: `${table("#8b5d35", "#734a28")}${bowl(200, 200, 160, "#3c3835", "#fffaf0")}${["#d9663d", "#7fa552", "#f0d9a0", "#8a5c3c", "#b9c98a", "#e8a45a", "#6b4a36", "#f3efe0"].map((colour, i) => `<path d="M200 200L${Math.round(200 + 128 * Math.cos((i * Math.PI) / 4))} ${Math.round(200 + 128 * Math.sin((i * Math.PI) / 4))}A128 128 0 0 1 ${Math.round(200 + 128 * Math.cos(((i + 1) * Math.PI) / 4))} ${Math.round(200 + 128 * Math.sin(((i + 1) * Math.PI) / 4))}Z" fill="${colour}"/>`).join("")}${scatter("bb", 70, 120, (x, y, t) => `<path d="M${x} ${y}h14" transform="rotate(${t} ${x} ${y})" stroke="#fff" stroke-opacity=".28" stroke-width="3"/>`)}${egg(200, 200, 54)}<circle cx="250" cy="150" r="20" fill="#b5362c"/>${spoon}`,
  kimbap: `${table("#e8dcc4", "#cbbb9a")}${times(7, (i) => {
    const [x, y] = [20 + (i % 4) * 116 - (i > 3 ? -58 : 0), i > 3 ? 270 : 140];
    return `${shadow(x, y, 54)}<circle cx="${x}" cy="${y}" r="56" fill="#2d3a2f"/><circle cx="${x}" cy="${y}" r="49" fill="#fffaf0"/><circle cx="${x - 10}" cy="${y - 10}" r="14" fill="#f0b63f"/><circle cx="${x + 14}" cy="${y - 8}" r="12" fill="#d9663d"/><circle cx="${x + 2}" cy="${y + 14}" r="14" fill="#6f9a4f"/><rect x="${x - 22}" y="${y + 2}" width="14" height="14" rx="3" fill="#e39aa5"/>`;
  })}${chopsticks}`,
  tteokbokki: `${table("#5f8a78", "#4d7565")}${bowl(200, 200, 156, "#e9e4d8", "#c8402a")}${scatter("tb", 26, 100, (x, y, t) => `<rect x="${x - 34}" y="${y - 10}" width="68" height="20" rx="10" transform="rotate(${t} ${x} ${y})" fill="#e8694a"/><rect x="${x - 28}" y="${y - 7}" width="40" height="5" rx="2" transform="rotate(${t} ${x} ${y})" fill="#fff" opacity=".4"/>`)}${scatter("tc", 7, 90, (x, y, t) => `<path d="M${x} ${y}h50l-25 34z" transform="rotate(${t} ${x} ${y})" fill="#e8b76a"/>`)}${scallion("td", 110, 14)}${egg(250, 240, 34)}`,
  jjigae: `${table("#6b4427", "#55341d")}${bowl(200, 200, 150, "#2e2a28", "#b9502e")}${scatter("ja", 9, 90, (x, y, t) => `<rect x="${x - 24}" y="${y - 20}" width="48" height="40" rx="6" transform="rotate(${t} ${x} ${y})" fill="#fff6e2"/>`)}${scatter("jb", 10, 100, (x, y, t) => `<path d="M${x} ${y}q16-20 34-4q-6 22-34 4z" transform="rotate(${t} ${x} ${y})" fill="#7fa552"/>`)}${scallion("jc", 110)}<circle cx="250" cy="150" r="9" fill="#d93a2c"/>${bowl(430, 330, 70, "#e9e4d8", "#fffdf6")}${spoon}`,
  bread: `${table("#d9b98c", "#bf9d6e")}<g transform="rotate(-18 200 200)">${shadow(200, 200, 130)}<rect x="20" y="120" width="360" height="170" rx="80" fill="#b8753a"/><rect x="34" y="126" width="332" height="140" rx="70" fill="#d0924f"/>${times(5, (i) => `<path d="M${80 + i * 60} 140q30 50 10 110" stroke="#f5dcae" stroke-width="16" stroke-linecap="round" fill="none"/><path d="M${86 + i * 60} 144q26 48 8 104" stroke="#a8662e" stroke-width="3" fill="none"/>`)}</g>${scatter("bf", 60, 220, (x, y) => `<circle cx="${x * 1.5 - 100}" cy="${y}" r="2.4" fill="#fff" opacity=".7"/>`)}`,
  croissant: `${table("#e6d5bd", "#cbb695")}${bowl(200, 210, 150, "#fbf7ee", "#f3ecdf")}<g fill="#d0924f" stroke="#a8662e" stroke-width="4" stroke-linejoin="round"><path d="M70 250q10-130 130-136q120 6 130 136q-26 20-50-6q-14-60-80-62q-66 2-80 62q-24 26-50 6z"/><path d="M112 176l30 44M150 132l20 56M200 118v64M250 132l-20 56M288 176l-30 44" fill="none"/></g>${scatter("cf", 30, 150, (x, y) => `<circle cx="${x}" cy="${y}" r="2.4" fill="#b8753a"/>`)}<path d="M400 60h70v60q0 30-35 30t-35-30z" fill="#5f8a78"/><ellipse cx="435" cy="60" rx="35" ry="11" fill="#7a4a2c"/>`,
  pancakes: `${fill("#dfe8dc")}<rect x="-160" y="300" width="720" height="240" fill="#b98655"/><ellipse cx="200" cy="330" rx="190" ry="34" fill="#fbf7ee"/>${times(6, (i) => `<rect x="${70 + (i % 2) * 8}" y="${286 - i * 32}" width="256" height="36" rx="18" fill="#e0ab62"/><rect x="${70 + (i % 2) * 8}" y="${286 - i * 32}" width="256" height="14" rx="7" fill="#f3d08f"/>`)}<rect x="168" y="96" width="60" height="34" rx="8" fill="#fff0a8"/><path d="M90 130q60-24 220 0q10 60-10 70q-14-50-30-40q-10 70-30 60q-10-60-40-64q-20 60-40 40q0-50-20-46q-20 50-40 40q-14-30-10-60z" fill="#a8591f" opacity=".85"/><g fill="#4f5a9a"><circle cx="130" cy="120" r="13"/><circle cx="262" cy="112" r="13"/><circle cx="290" cy="122" r="11"/></g>`,
  coffee: `${fill("#cdb99c")}<rect x="-160" y="270" width="720" height="260" fill="#8b5d35"/><path d="M-160 270h720v10h-720z" fill="#6b4427"/><rect x="250" y="60" width="190" height="210" rx="14" fill="#3c3835"/><rect x="270" y="84" width="150" height="50" rx="6" fill="#5a544f"/><circle cx="300" cy="160" r="9" fill="#d99b52"/><circle cx="330" cy="160" r="9" fill="#7ba06c"/><path d="M320 180h60v24h-60zM340 204h20v20h-20z" fill="#8f8880"/><path d="M60 200h150v80q0 60-56 60h-38q-56 0-56-60z" fill="#fffaf0"/><path d="M208 220q46-4 44 34t-52 34" stroke="#fffaf0" stroke-width="16" fill="none"/><ellipse cx="135" cy="202" rx="75" ry="20" fill="#6b3f22"/><path d="M135 190q-24-2-22 8t22 16q20-4 22-14t-22-10zM135 190v22" fill="#f0d9b4" stroke="#c79763" stroke-width="2"/><ellipse cx="135" cy="350" rx="120" ry="16" fill="#efe6d8"/><path d="M110 160q-16-30 4-54t0-50M150 160q-16-30 4-54t0-50" stroke="#fff" stroke-opacity=".5" stroke-width="8" fill="none" stroke-linecap="round"/>`,
  handdrip: `${fill("#e4dccb")}<rect x="-160" y="300" width="720" height="230" fill="#b98655"/><path d="M130 90h140l-40 90h-60z" fill="#fffaf0"/><path d="M146 90h108l-34 78h-40z" fill="#6b3f22"/><path d="M170 180h60v16h-60zM150 196h100v10h-100z" fill="#c9b9a0"/><path d="M160 206h80l26 70q10 50-30 50h-72q-40 0-30-50z" fill="#cfe0e0" opacity=".85"/><path d="M148 256h104l10 30q4 36-26 36h-72q-30 0-26-36z" fill="#7a4a2c"/><path d="M200 190v70" stroke="#6b3f22" stroke-width="3"/><path d="M330 60q60 0 60 60v60h-90v-70zM300 100q-30-10-60-44" stroke="#8f9aa0" stroke-width="10" fill="#b9c3c8"/><path d="M390 90q40 10 10 70" stroke="#4a3f39" stroke-width="10" fill="none"/><path d="M240 58q-30 6-36 34" stroke="#a9d0dc" stroke-width="4" fill="none"/>`,
  bingsu: `${fill("#d5e4e8")}<rect x="-160" y="310" width="720" height="220" fill="#a9c0b4"/><path d="M110 230h180l-30 90q-60 20-120 0z" fill="#8fb3c4"/><path d="M80 236q-10-120 120-150q130 30 120 150z" fill="#fffdf8"/><path d="M120 170q20-60 80-76q60 16 80 76q-20 30-40 6q-20 30-40 8q-20 24-40 0q-24 20-40-14z" fill="#8a3f34"/><path d="M160 110q40-30 80 0q-10 30-40 30t-40-30z" fill="#f3c9a0"/><g fill="#e8894c"><rect x="120" y="190" width="26" height="22" rx="5"/><rect x="250" y="196" width="26" height="22" rx="5"/><rect x="190" y="204" width="26" height="22" rx="5"/></g><path d="M300 110L340 30" stroke="#c9cdd0" stroke-width="8"/><ellipse cx="346" cy="22" rx="12" ry="18" fill="#c9cdd0"/>`,
  pizza: `${table("#b5525b", "#98434b")}${shadow(200, 200, 168)}<circle cx="200" cy="200" r="168" fill="#d0924f"/><circle cx="200" cy="200" r="146" fill="#d9573a"/><circle cx="200" cy="200" r="140" fill="#f3cf78"/>${scatter("pa", 12, 116, (x, y) => `<circle cx="${x}" cy="${y}" r="20" fill="#b5362c"/><circle cx="${x - 4}" cy="${y - 5}" r="5" fill="#d9663d"/>`)}${scatter("pb", 16, 124, (x, y, t) => `<path d="M${x} ${y}q14-16 30 0q-14 14-30 0z" transform="rotate(${t} ${x} ${y})" fill="#5f8a4f"/>`)}<path d="M200 200L380 150M200 200L120 50M200 200L110 350" stroke="#b5743a" stroke-width="5"/>`,
  paella: `${table("#d9b26a", "#bf964e")}${shadow(200, 200, 170)}<circle cx="200" cy="200" r="170" fill="#33302c"/><path d="M14 180h-50v40h50M386 180h50v40h-50" fill="#33302c"/><circle cx="200" cy="200" r="150" fill="#e8a93f"/>${scatter("pe", 160, 140, (x, y, t) => `<path d="M${x} ${y}h9" transform="rotate(${t} ${x} ${y})" stroke="#f6d27a" stroke-width="5" stroke-linecap="round"/>`)}${scatter("pf", 8, 110, (x, y, t) => `<path d="M${x} ${y}q30-34 46 6q-20-12-40 8z" transform="rotate(${t} ${x} ${y})" fill="#e8694a"/>`)}${scatter("pg", 7, 120, (x, y, t) => `<ellipse cx="${x}" cy="${y}" rx="22" ry="13" transform="rotate(${t} ${x} ${y})" fill="#3d3a4c"/><ellipse cx="${x}" cy="${y}" rx="14" ry="7" transform="rotate(${t} ${x} ${y})" fill="#f0b070"/>`)}<path d="M300 90l40-40 20 60z" fill="#f6e27a"/>`,
  banchan: `${table("#a67446", "#8b5d35")}${[
    [60, 90, 62, "#c9582f"],
    [200, 90, 62, "#6f9a4f"],
    [340, 90, 62, "#f0c75f"],
    [60, 330, 74, "#fffdf6"],
    [220, 310, 84, "#8a5c3c"],
    [370, 320, 64, "#e8e0c8"],
    [-70, 210, 60, "#b5362c"],
    [470, 200, 60, "#4d5b3c"],
  ]
    .map(([x, y, r, colour]) => bowl(x as number, y as number, r as number, "#f6f1e6", colour as string))
    .join("")}`,
} satisfies Record<string, string>;

export type DishName = keyof typeof dishes;

export const foodPicture = (name: DishName, frameName: FrameName = "square") =>
  finish(frames[frameName], dishes[name]);
