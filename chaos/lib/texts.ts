import type { Random } from "./random.ts";

export const tags = [
  "고양이",
  "산책",
  "저녁밥",
  "목공",
  "필름",
  "텃밭",
  "coffee",
  "typescript",
  "keyboards",
  "rain",
];

const words =
  "오늘 마루 고양이가 창가에서 자요 저녁은 된장찌개 비가 와서 산책을 못 갔어요 새 책상을 짰어요 사진을 골랐어요 커피를 내렸어요 a quiet evening with tea we built shelves the cat found sun".split(
    " ",
  );

/** A number as a word of letters, that stands in no other text. */
export function marker(count: number): string {
  let letters = "";
  for (let rest = count + 26 ** 4; rest > 0; rest = Math.floor(rest / 26))
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
  return `zq${letters}`;
}

export function makeText(random: Random, count: number, handles: readonly string[]): string {
  const parts = [marker(count)];
  for (let left = 3 + random.below(9); left > 0; left--) parts.push(random.pick(words));
  if (random.chance(0.5)) parts.push(`#${random.pick(tags)}`);
  if (random.chance(0.15)) parts.push(`#${random.pick(tags)}`);
  if (random.chance(0.25)) parts.push(`@${random.pick(handles)}`);
  return parts.join(" ");
}

export const tagsIn = (text: string): string[] => [...text.matchAll(/#(\S+)/g)].map((match) => match[1]!);
export const markerIn = (text: string): string => text.split(" ", 1)[0]!;
