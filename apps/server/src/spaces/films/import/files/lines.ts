import { isUtf8 } from "node:buffer";
import { BrokenFile } from "./broken-file.ts";

/** A line that is no text, and why. */
export interface BadLine {
  bad: string;
}

/** Lines one after the other; the first has the number `first`, counted from 1. */
export interface LineBlock {
  first: number;
  lines: (string | BadLine)[];
}

/** A longer line is no line of any of these files, and is not kept in memory. */
const longest = 2 ** 20;
const newline = 0x0a;

/**
 * The lines of a text, without their ends (\n or \r\n). One that is too long or not UTF-8 is a BadLine in its place. When the source breaks, the lines
 * that were whole before come first; then it throws, with the number of the last one.
 */
export async function* readLines(source: AsyncIterable<Buffer>): AsyncGenerator<LineBlock> {
  let number = 1;
  let rest: Buffer[] = [];
  let restBytes = 0;
  // Of a line that is too long: how many bytes of it have gone by.
  let skipped = 0;

  function finish(end: Buffer): string | BadLine {
    const whole = rest.length === 0 ? end : Buffer.concat([...rest, end]);
    const bytes = skipped + whole.length;
    [rest, restBytes, skipped] = [[], 0, 0];
    return bytes > longest ? { bad: `has ${bytes} bytes, more than ${longest}` } : textOf(whole);
  }

  function keep(part: Buffer): void {
    rest.push(part);
    restBytes += part.length;
    if (skipped + restBytes <= longest) return;
    skipped += restBytes;
    [rest, restBytes] = [[], 0];
  }

  try {
    for await (const chunk of source) {
      const firstEnd = chunk.indexOf(newline);
      if (firstEnd === -1) {
        keep(chunk);
        continue;
      }
      const begun = [finish(chunk.subarray(0, firstEnd))];
      const lastEnd = chunk.lastIndexOf(newline);
      const lines = lastEnd > firstEnd ? begun.concat(linesOf(chunk.subarray(firstEnd + 1, lastEnd))) : begun;
      if (lastEnd + 1 < chunk.length) keep(Buffer.from(chunk.subarray(lastEnd + 1)));
      if (number === 1) lines[0] = withoutMark(lines[0]!);
      yield { first: number, lines };
      number += lines.length;
    }
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    throw new BrokenFile(`${error.message}; the last whole line is ${number - 1}`, { cause: error });
  }
  if (restBytes + skipped > 0) {
    const last = finish(Buffer.alloc(0));
    yield { first: number, lines: [number === 1 ? withoutMark(last) : last] };
  }
}

/** Some programs begin a file with a sign that says that it is UTF-8. */
const withoutMark = (line: string | BadLine) =>
  typeof line === "string" ? line.replace(/^\uFEFF/, "") : line;

/** All of it is decoded at once where it can be; that is many times faster than line by line. */
function linesOf(bytes: Buffer): (string | BadLine)[] {
  if (isUtf8(bytes)) return bytes.toString("utf8").split("\n").map(withoutReturn);
  const lines: (string | BadLine)[] = [];
  for (let from = 0; from <= bytes.length;) {
    const end = bytes.indexOf(newline, from);
    const to = end === -1 ? bytes.length : end;
    lines.push(textOf(bytes.subarray(from, to)));
    from = to + 1;
  }
  return lines;
}

const withoutReturn = (line: string) => (line.endsWith("\r") ? line.slice(0, -1) : line);

function textOf(bytes: Buffer): string | BadLine {
  if (isUtf8(bytes)) return withoutReturn(bytes.toString("utf8"));
  const encoding = encodings.find((one) => isIn(one, bytes));
  return {
    bad:
      `is not UTF-8` +
      (encoding ? `; it may be ${encoding}: iconv -f ${encoding} -t UTF-8 makes it readable` : ""),
  };
}

/** Those that Korean and Western files are found in, the stricter first. */
const encodings = ["CP949", "WINDOWS-1252"] as const;

function isIn(encoding: (typeof encodings)[number], bytes: Buffer): boolean {
  try {
    const label = encoding === "CP949" ? "euc-kr" : "windows-1252";
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return encoding !== "CP949" || /\p{Script=Hangul}/u.test(text);
  } catch {
    return false;
  }
}
