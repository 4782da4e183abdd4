import { invalid } from "../../platform/http/problem.ts";
import { limits, readText, renderText } from "./render-text.ts";

export const mostCharacters = 5000;

/** Turn the direction of the page around them, or cannot stand in XML; nobody writes them on purpose. */
const dropped = /[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|[^\P{Cc}\n\t]/gu;
/** Letters by their class that show nothing. */
const unseen = /[\u115F\u1160\u2800\u3164\uFFA0]/gu;

export interface Written {
  text: string;
  tags: string[];
  /** Handles that the text names, whether or not there are such people. */
  handles: string[];
  /** The HTML, once it is known which of the handles exist. */
  html(known: ReadonlyMap<string, unknown>): string;
}

/** A text as it is kept, whatever is made of it. Throws a 422 for one that cannot be kept, is empty or too long. */
export function normaliseText(
  raw: string,
  { most, mayBeEmpty }: { most: number; mayBeEmpty: boolean },
): string {
  if (!raw.isWellFormed()) throw invalid("text", "has half a character in it");
  if (raw.includes("\0")) throw invalid("text", "must not have NUL characters");
  const text = raw.normalize("NFC").replace(/\r\n?/g, "\n").replace(dropped, "");
  if (!mayBeEmpty && !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(unseen, "")))
    throw invalid("text", "must have something to read in it");
  if ([...text].length > most)
    throw invalid("text", `must have ${most.toLocaleString("en")} characters at the most`);
  return text;
}

/** What somebody wrote, ready to be kept. Throws a 422 for what a post cannot be. */
export function writeText(raw: string, { hasMedia }: { hasMedia: boolean }): Written {
  const text = normaliseText(raw, { most: mostCharacters, mayBeEmpty: hasMedia });
  const tokens = readText(text.trim());
  return {
    text,
    tags: [...new Set(tokens.flatMap((token) => (token.kind === "tag" ? [token.tag] : [])))],
    handles: [...new Set(tokens.flatMap((token) => (token.kind === "mention" ? [token.handle] : [])))],
    html: (known) => renderText(text, (handle) => known.has(handle)),
  };
}

/** The first people that a text names, as many as a post may. */
export function mentioned<T>(written: Written, known: ReadonlyMap<string, T>): Map<string, T> {
  const found = written.handles.filter((handle) => known.has(handle)).slice(0, limits.mentions);
  return new Map(found.map((handle) => [handle, known.get(handle)!]));
}
