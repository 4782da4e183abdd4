import { cleanText } from "../clean-text.ts";

/** A row of title.akas. */
export interface Aka {
  title: string;
  region: string | undefined;
  language: string | undefined;
}

const most = 40;
const nearby = ["KR", "US", "GB", "JP", "CN", "HK", "TW", "FR", "DE", "ES", "IT"];
const hasHangul = (text: string) => /\p{Script=Hangul}/u.test(text);

/** How well a title does as the Korean one; 0 for not at all. */
function koreanness({ title, region, language }: Aka): number {
  if (region !== "KR" && language !== "ko") return 0;
  if (hasHangul(title)) return region === "KR" ? 4 : 3;
  return region === "KR" && (language === undefined || language === "ko") ? 2 : 0;
}

/** A title that many know from here comes before one from far away. */
const distance = ({ region }: Aka) => {
  const place = region === undefined ? -1 : nearby.indexOf(region);
  return place === -1 ? nearby.length : place;
};

/** The Korean title of a film, and the names that it is found by besides those that are `shown`. */
export function chooseTitles(
  akas: readonly Aka[],
  shown: readonly (string | undefined)[],
): { titleKo: string | undefined; otherTitles: string[] } {
  let best: Aka | undefined;
  for (const aka of akas) if (koreanness(aka) > (best ? koreanness(best) : 0)) best = aka;
  const titleKo = cleanText(best?.title, 300);
  const seen = new Set([...shown, titleKo]);
  const otherTitles: string[] = [];
  for (const { title } of akas.toSorted((one, other) => distance(one) - distance(other))) {
    const name = cleanText(title, 300);
    if (name === undefined || seen.has(name)) continue;
    seen.add(name);
    otherTitles.push(name);
    if (otherTitles.length === most) break;
  }
  return { titleKo, otherTitles };
}
