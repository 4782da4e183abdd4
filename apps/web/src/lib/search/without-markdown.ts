import type { Mark } from "./pieces.ts";

/** What Markdown is written with: fences, headings, quotes, lists, tasks, emphasis, code, the lines of tables, links, and doubled ends of lines. */
const signs =
  /```\w*|^[ \t]{0,3}(?:#{1,6}|>|(?:[-*+]|\d+\.)(?:[ \t]+\[[ xX]\])?)[ \t]+|\*\*|__|~~|`|^[ \t|:-]+$|!?\[(?=[^\]\n]*\]\()|(?<=\S)\]\([^)\s]*\)|\n(?=\s*\n)/gm;

/** A piece of Markdown as it is read aloud, with what was found in it still in its place. */
export function withoutMarkdown({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const cuts = [...text.matchAll(signs)].map(({ 0: sign, index }) => ({ start: index, length: sign.length }));
  const moved = (at: number) =>
    cuts.reduce((to, { start, length }) => to - Math.min(length, Math.max(0, at - start)), at);
  return {
    text: text.replace(signs, ""),
    marks: marks.map(({ start, end }) => ({ start: moved(start), end: moved(end) })),
  };
}
