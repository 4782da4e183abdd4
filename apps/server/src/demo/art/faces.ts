import { catPortrait, emblem, type Portrait, portrait } from "./avatars.ts";

const light = "#f8dfc9";
const fair = "#f6d7ba";
const tan = "#efcba8";
const olive = "#dcae84";
const brown = "#b07a52";
const deep = "#7d4f35";
const black = "#2a2320";
const person = (
  background: string,
  skin: string,
  hair: string,
  clothes: string,
  cut: Portrait["cut"],
  rest: Partial<Portrait> = {},
) => portrait({ background, skin, hair, clothes, cut, ...rest });

/** What each of the people looks like, by handle. */
export const faces: Record<string, () => string> = {
  haru: () => person("#f0d3a6", fair, "#3b2a22", "#5f8a78", "bob"),
  minji_butler: () => person("#f3d6cf", light, "#7a4a2e", "#b5525b", "bun"),
  doyun: () => person("#e9d9c2", tan, "#2e2723", "#4f6d86", "short", { glasses: true }),
  eunbyeol: () => person("#e4d6e0", fair, black, "#6d5b74", "bob", { extra: "flower" }),
  junho: () => person("#cfdad6", "#eac5a0", "#33291f", "#d99b52", "short"),
  woojin: () => person("#d6cbb8", "#eecaa6", "#6b6259", "#3c4b46", "short", { glasses: true, beard: true }),
  raon: () => emblem("sprout", "#dfe7d8"),
  seoyeon: () => person("#d9e3d0", "#f7dcc4", "#5a3a28", "#c8705a", "long"),
  jihyun_oh: () => catPortrait("black", "#e7d3a4", { eyes: "wide" }),
  goeun: () => catPortrait("mackerel", "#ecd7bd"),
  taeo: () => person("#c9d6de", fair, "#1f1c1c", "#3c4b66", "undercut"),
  sujin_runs: () => person("#f6cfae", tan, black, "#4f7a9a", "ponytail"),
  gapsu: () => person("#cbdcc2", "#e6bd97", "#cfc9c2", "#6b7a52", "cap", { glasses: true }),
  keycap_jang: () => emblem("keycap", "#dfe3e6"),
  noodle_sm: () => emblem("noodles", "#f5dfb8"),
  yerin_bakes: () => person("#fbe3d0", light, "#6b4a32", "#c1626a", "bun", { extra: "apron" }),
  mallang: () => catPortrait("calico", "#cfe0dc", { eyes: "wink", wears: "bow" }),
  eunji_reads: () => person("#dcd3e4", fair, "#3b2a22", "#4f6d86", "long", { glasses: true }),
  hyunseo: () => person("#d5e4e8", tan, "#3a2f26", "#e8b76a", "curly"),
  dokyung: () => person("#39424b", fair, "#1f1c1c", "#8f7fd0", "short", { extra: "headphones" }),
  sol_garden: () => person("#d3e3c4", light, "#5a3a28", "#7fa573", "ponytail", { extra: "flower" }),
  minseok: () => person("#e3dccb", tan, black, "#33404a", "undercut", { glasses: true }),
  jiwoo_rail: () => emblem("train", "#f0e3c8"),
  chaewon: () => emblem("mountain", "#f3c7a6"),
  eunbi_3shift: () => person("#cfe3ee", light, "#2e2723", "#f6f4ec", "bun", { glasses: true }),
  taehoon: () => person("#2d2438", fair, "#0f0d0d", "#8f2f3a", "short"),
  ara_jeju: () => person("#f3d49a", olive, "#4a3324", "#4f94a6", "curly", { extra: "flower" }),
  jihoon_roasts: () => emblem("cup", "#efd9bd"),
  siwoo_bass: () => emblem("vinyl", "#e8b76a"),
  yuna: () => person("#f3dfe6", light, "#8a4f3a", "#e39aa5", "bob", { glasses: true }),
  vet_seo: () => person("#d6e6dc", fair, "#3b2a22", "#7fb0a0", "long", { extra: "scarf" }),
  mina_o: () => person("#f0c9a0", deep, "#1a1412", "#d9b44a", "curly"),
  theo: () => person("#cdd9e6", "#fae3d2", "#d9b56a", "#3f6656", "short", { beard: true }),
  grace_k: () => person("#e8d0b4", fair, "#2a1f1a", "#c8553d", "long", { extra: "headphones" }),
  priya: () => person("#e6c7b8", brown, "#1c1614", "#a8474f", "long"),
  sam_ortega: () => person("#f6dca0", olive, "#3a2a20", "#e8694a", "cap", { beard: true }),
  lena: () => person("#d9dcc8", "#fbe4d4", "#b5623a", "#5f8a78", "bob"),
  junseo_dad: () => person("#d8e0ea", tan, black, "#7c8aa0", "bald", { beard: true, glasses: true }),
};
