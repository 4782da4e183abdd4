import { catHead, type HeadLook } from "./cat-head.ts";
import { type CoatName, coats } from "./coats.ts";
import { type Frame, radial, svg, times } from "./drawing.ts";

const frame: Frame = { x: 0, y: 0, width: 96, height: 96, pixels: 512 };

export type Hair = "short" | "long" | "bob" | "bun" | "curly" | "cap" | "bald" | "ponytail" | "undercut";

export interface Portrait {
  background: string;
  skin: string;
  hair: string;
  clothes: string;
  cut: Hair;
  glasses?: boolean;
  beard?: boolean;
  extra?: "headphones" | "scarf" | "apron" | "flower";
}

const behind: Partial<Record<Hair, (hair: string) => string>> = {
  long: (hair) => `<path d="M22 92V44a26 26 0 0 1 52 0v48z" fill="${hair}"/>`,
  ponytail: (hair) => `<path d="M62 30c20 0 22 30 12 52c-8-8-10-26-14-40z" fill="${hair}"/>`,
  curly: (hair) =>
    times(
      11,
      (i) =>
        `<circle cx="${48 + 25 * Math.cos((i * Math.PI) / 5.5)}" cy="${42 + 25 * Math.sin((i * Math.PI) / 5.5)}" r="10" fill="${hair}"/>`,
    ),
};

const front: Record<Hair, (hair: string, clothes: string) => string> = {
  short: (hair) =>
    `<path d="M27 42c-2-18 10-24 22-24s22 6 20 24c-4-8-8-10-14-10c-10 2-20 0-28 10z" fill="${hair}"/>`,
  long: (hair) =>
    `<path d="M27 46c0-22 14-26 24-26s22 6 22 26c-8-2-16-6-20-14c-6 8-16 12-26 14z" fill="${hair}"/>`,
  bob: (hair) =>
    `<path d="M24 56c-4-30 10-38 24-38s28 8 24 38h-6c2-12-2-18-6-20c-10 4-20 4-26 0c-4 4-6 10-4 20z" fill="${hair}"/>`,
  bun: (hair) =>
    `<circle cx="48" cy="16" r="10" fill="${hair}"/><path d="M27 44c0-20 12-24 21-24s21 4 21 24c-6-6-12-9-21-9s-15 3-21 9z" fill="${hair}"/>`,
  curly: (hair) =>
    times(6, (i) => `<circle cx="${31 + i * 7}" cy="${28 - Math.abs(2.5 - i) * -2}" r="7" fill="${hair}"/>`),
  cap: (hair, clothes) =>
    `<path d="M27 46c-2-4-2-8 0-10h42c2 2 2 6 0 10l-3-6H30z" fill="${hair}"/><path d="M26 36c0-16 12-20 22-20s22 4 22 20z" fill="${clothes}"/><path d="M24 35h48c8 0 12 2 12 5c-16-3-40-3-58 0z" fill="${clothes}"/>`,
  bald: () =>
    `<path d="M36 30q6-6 14-6" stroke="#fff" stroke-opacity=".5" stroke-width="3" fill="none" stroke-linecap="round"/>`,
  ponytail: (hair) =>
    `<path d="M27 45c-1-20 10-26 22-26s22 6 20 24c-4-6-10-9-16-9c-8 5-18 5-26 11z" fill="${hair}"/>`,
  undercut: (hair) =>
    `<path d="M29 38c-4-20 14-26 30-22c10 2 12 12 8 20c-8-6-16-6-24-4c-6 0-10 2-14 6z" fill="${hair}"/>`,
};

const extras: Record<NonNullable<Portrait["extra"]>, string> = {
  headphones: `<path d="M25 46c0-32 46-32 46 0" stroke="#3a3a44" stroke-width="4.5" fill="none"/><rect x="21" y="40" width="9" height="17" rx="4.5" fill="#e8894c"/><rect x="66" y="40" width="9" height="17" rx="4.5" fill="#e8894c"/>`,
  scarf: `<path d="M33 66q15 9 30 0l4 8q-19 11-38 0z" fill="#c1626a"/><path d="M56 73l9 2 2 18-10-2z" fill="#a8474f"/>`,
  apron: `<path d="M34 74h28v24H34z" fill="#fffaf0"/><path d="M36 74l2-7M60 74l-2-7" stroke="#fffaf0" stroke-width="3"/>`,
  flower: `<g transform="translate(68 30)"><circle r="4" fill="#f3c64f"/>${times(5, (i) => `<circle cx="${5.5 * Math.cos(i * 1.257)}" cy="${5.5 * Math.sin(i * 1.257)}" r="3.6" fill="#fff8f4"/>`)}<circle r="3" fill="#f3c64f"/></g>`,
};

export function portrait({ background, skin, hair, clothes, cut, glasses, beard, extra }: Portrait): string {
  const dark = "#3a2a22";
  return svg(
    frame,
    `<rect width="96" height="96" fill="${background}"/><circle cx="48" cy="40" r="60" fill="url(#halo)"/>${behind[cut]?.(hair) ?? ""}
<path d="M12 104c0-26 16-36 36-36s36 10 36 36z" fill="${clothes}"/><rect x="40" y="54" width="16" height="20" rx="8" fill="${skin}"/><path d="M40 62q8 6 16 0v-6H40z" fill="#7a3f20" opacity=".16"/><circle cx="48" cy="44" r="20" fill="${skin}"/>
${beard ? `<path d="M29 48q2 19 19 19t19-19q-4 8-10 7q-9-4-18 0q-6 1-10-7z" fill="${hair}"/>` : ""}${front[cut](hair, clothes)}
<circle cx="41" cy="46" r="2.2" fill="${dark}"/><circle cx="55" cy="46" r="2.2" fill="${dark}"/><path d="M43 54q5 4 10 0" stroke="${beard ? "#fff" : dark}" stroke-width="2" fill="none" stroke-linecap="round"/><ellipse cx="36" cy="51" rx="3.4" ry="2" fill="#ef7a66" opacity=".3"/><ellipse cx="60" cy="51" rx="3.4" ry="2" fill="#ef7a66" opacity=".3"/>
${glasses ? `<g fill="#fff" fill-opacity=".14" stroke="${dark}" stroke-width="2"><circle cx="40" cy="46" r="7"/><circle cx="56" cy="46" r="7"/><path d="M47 46h2"/></g>` : ""}${extra ? extras[extra] : ""}`,
    radial(
      "halo",
      [
        [0, "#fff", 0.35],
        [1, "#fff", 0],
      ],
      0.5,
      0.5,
      0.5,
    ),
  );
}

export const catPortrait = (coat: CoatName, background: string, look: HeadLook = {}) =>
  svg(
    { x: 0, y: 0, width: 240, height: 240, pixels: 512 },
    `<rect width="240" height="240" fill="${background}"/><circle cx="120" cy="90" r="150" fill="url(#halo)"/><ellipse cx="120" cy="250" rx="86" ry="66" fill="${coats[coat].base}"/>${catHead(coats[coat], { x: 120, y: 128, scale: 0.98, ...look })}`,
    radial(
      "halo",
      [
        [0, "#fff", 0.3],
        [1, "#fff", 0],
      ],
      0.5,
      0.5,
      0.5,
    ),
  );

const emblems = {
  sprout: `<path d="M48 86V44M48 62c-18 0-24-12-24-24c16 0 24 8 24 24zM48 52c0-16 8-24 24-26c0 14-8 26-24 26z" fill="#5f8a68" stroke="#3d6a4c" stroke-width="3" stroke-linejoin="round"/>`,
  cup: `<path d="M24 42h42v22q0 14-14 14H38q-14 0-14-14z" fill="#fffaf0"/><path d="M66 48q14 0 12 12t-14 8" fill="none" stroke="#fffaf0" stroke-width="6"/><path d="M36 32q-6-7 0-14M50 32q-6-7 0-14" stroke="#a6734a" stroke-width="4" fill="none" stroke-linecap="round"/>`,
  mountain: `<circle cx="66" cy="30" r="10" fill="#fff2cf"/><path d="M6 78L36 30L56 58L66 46L90 78z" fill="#5f6f86"/><path d="M36 30l-10 16 8-2 6 6 6-4z" fill="#fff"/><path d="M0 78h96v18H0z" fill="#6f9468"/>`,
  keycap: `<path d="M18 30q0-8 8-8h44q8 0 8 8l6 42q0 8-8 8H20q-8 0-8-8z" fill="#c8553d"/><path d="M24 26h48l3 34q0 6-6 6H27q-6 0-6-6z" fill="#e8694a"/><path d="M38 54V36l20 18V36" stroke="#fffaf0" stroke-width="5" fill="none" stroke-linecap="round" stroke-linejoin="round"/>`,
  noodles: `<path d="M12 48h72q0 34-36 34T12 48z" fill="#c8553d"/><path d="M20 48q4-16 10 0q4-20 10 0q4-16 10 0q4-20 10 0q4-16 12 0" stroke="#f6d98b" stroke-width="5" fill="none"/><path d="M58 46L80 10M66 46L88 14" stroke="#7b4f2d" stroke-width="4" stroke-linecap="round"/><circle cx="36" cy="44" r="8" fill="#fffaf0"/><circle cx="36" cy="44" r="4" fill="#f3b53f"/>`,
  vinyl: `<circle cx="48" cy="48" r="36" fill="#26262a"/><circle cx="48" cy="48" r="27" fill="none" stroke="#4a4a50" stroke-width="2"/><circle cx="48" cy="48" r="12" fill="#c8553d"/><circle cx="48" cy="48" r="3" fill="#fffaf0"/>`,
  train: `<rect x="22" y="16" width="52" height="56" rx="14" fill="#5f8a78"/><rect x="30" y="26" width="36" height="18" rx="4" fill="#fff4dc"/><circle cx="34" cy="58" r="5" fill="#f3c64f"/><circle cx="62" cy="58" r="5" fill="#f3c64f"/><path d="M30 74l-8 14M66 74l8 14M26 82h44" stroke="#4a3f39" stroke-width="4"/>`,
} satisfies Record<string, string>;

export type EmblemName = keyof typeof emblems;

export const emblem = (name: EmblemName, background: string) =>
  svg(frame, `<rect width="96" height="96" fill="${background}"/>${emblems[name]}`);
