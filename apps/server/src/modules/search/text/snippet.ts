import { type Mark, marksOf, type Wanted } from "./marks.ts";
import { traced } from "./normalise.ts";

/** Plain text, never markup: whoever shows it writes it as text, with the marked pieces emphasised. */
export interface Snippet {
  text: string;
  marks: Mark[];
}

/** A text that is no longer than this is shown whole; of others a piece of about this length. */
const length = 200;
/** What stands before the first mark at the most. */
const lead = 40;

/** The piece of a text that answers the query, with what answers it marked. */
export function snippetOf(text: string, wanted: readonly Wanted[]): Snippet {
  const marks = marksOf(traced(text), wanted);
  if (text.length <= length) return { text, marks };
  const first = marks[0]?.start ?? 0;
  const start = first <= lead ? 0 : cutAt(text, first - lead, 1);
  const end = start + length >= text.length ? text.length : cutAt(text, start + length, -1);
  const before = start > 0 ? "…" : "";
  const after = end < text.length ? "…" : "";
  const shift = before.length - start;
  return {
    text: before + text.slice(start, end) + after,
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ start: mark.start + shift, end: mark.end + shift })),
  };
}

/** The next space in the given direction if there is one near, and never the middle of a character. */
function cutAt(text: string, index: number, step: 1 | -1): number {
  for (let distance = 0; distance < 20; distance++) {
    const at = index + distance * step;
    if (/\s/u.test(text[at] ?? "")) return step > 0 ? at + 1 : at;
  }
  // Half of a pair, a mark or a joiner belongs to what stands before it.
  let at = index;
  while (at < text.length && /^(?:[\uDC00-\uDFFF\p{M}]|\u200D)/u.test(text.slice(at, at + 1))) at++;
  return at;
}
