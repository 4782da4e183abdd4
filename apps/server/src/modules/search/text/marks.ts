import { initialsOf, isClearStem, stemOf } from "./hangul.ts";
import { wordNeeds } from "./needs.ts";
import type { Traced } from "./normalise.ts";
import type { ParsedQuery } from "./parse-query.ts";
import { type Run, runsOf } from "./runs.ts";
import { wordToken } from "./tokens.ts";

/** A piece of a text, in UTF-16 units: what JavaScript's `slice` takes. */
export interface Mark {
  start: number;
  end: number;
}

/** A run of a query that texts are to be marked with. */
export interface Wanted {
  run: Run;
  isOpen: boolean;
  /** The run without its particle. */
  stem: string | undefined;
}

const most = 60;

/** What is to be marked for a query. */
export function wantedOf(query: ParsedQuery): Wanted[] {
  const words = [
    ...query.words,
    ...[...query.phrases, ...query.tags].map((text) => ({ text, isOpen: false })),
  ];
  return words.flatMap((word) =>
    wordNeeds(word).runs.map((run) => ({ run, isOpen: word.isOpen, stem: stemOf(run.text) })),
  );
}

/** Nearly no word begins like that, and finding a stem takes far longer than seeing so. */
const isOrHasStem = (text: string, stem: string) =>
  text.startsWith(stem) && (text === stem || stemOf(text) === stem);

/** Where one run of a text answers one of a query, within the run; undefined when it does not. */
function placeIn(run: Run, { run: wanted, isOpen, stem }: Wanted): Mark | undefined {
  const whole = { start: 0, end: run.text.length };
  const at = (index: number, length = wanted.text.length) =>
    index < 0 ? undefined : { start: index, end: index + length };
  if (wanted.kind === "jamo") {
    if (run.kind !== "hangul" && run.kind !== "jamo") return undefined;
    return initialsOf(run.text).startsWith(wanted.text) ? at(0) : undefined;
  }
  if (run.kind !== wanted.kind) return undefined;
  switch (run.kind) {
    case "hangul": {
      if (wanted.text.length === 1) return isOrHasStem(run.text, wanted.text) ? at(0) : undefined;
      if (stem !== undefined && stem.length > 1 && isClearStem(wanted.text, stem))
        return at(run.text.indexOf(wanted.text)) ?? at(run.text.indexOf(stem), stem.length);
      return (
        at(run.text.indexOf(wanted.text)) ??
        (stem !== undefined && isOrHasStem(run.text, stem) ? at(0, stem.length) : undefined)
      );
    }
    case "dense":
      return at(run.text.indexOf(wanted.text));
    case "word":
      if (wordToken(run.text) === wordToken(wanted.text)) return whole;
      return isOpen && run.text.startsWith(wanted.text) ? at(0) : undefined;
    case "sign":
    default:
      return run.text === wanted.text ? whole : undefined;
  }
}

/** 고양이 사료, where 고양이사료 is looked for: a piece that begins in one run and ends in the next, past a single space. */
function placeAcross(before: Run, run: Run, wanted: Wanted): Mark | undefined {
  if (before.kind !== "hangul" || run.kind !== "hangul" || wanted.run.kind !== "hangul") return undefined;
  const length = wanted.run.text.length;
  const split = before.text.length;
  const index = (before.text + run.text).indexOf(wanted.run.text, Math.max(0, split - length + 1));
  if (index < 0 || index >= split || before.at + split + 1 !== run.at) return undefined;
  return { start: before.at + index, end: before.at + index + length + 1 };
}

/** What of the text answers the query, in order and apart from each other. */
export function marksOf({ text, origin }: Traced, wanted: readonly Wanted[]): Mark[] {
  if (wanted.length === 0) return [];
  const found: Mark[] = [];
  let before: Run | undefined;
  for (const run of runsOf(text)) {
    for (const one of wanted) {
      const place = placeIn(run, one);
      if (place) found.push({ start: run.at + place.start, end: run.at + place.end });
      else if (before) found.push(...[placeAcross(before, run, one)].filter((mark) => mark !== undefined));
    }
    before = run;
    if (found.length > most * 2) break;
  }
  const inOriginal = (mark: Mark): Mark =>
    origin ? { start: origin[mark.start]!, end: endIn(origin, mark.end) } : mark;
  return merged(found.map(inOriginal)).slice(0, most);
}

/** The end of the original piece that the unit before this index comes from. */
function endIn(origin: Uint32Array, end: number): number {
  const last = origin[end - 1]!;
  let next = end;
  while (next < origin.length - 1 && origin[next]! <= last) next++;
  return origin[next]!;
}

function merged(marks: Mark[]): Mark[] {
  const result: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else result.push({ ...mark });
  }
  return result;
}
