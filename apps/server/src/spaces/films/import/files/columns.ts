import { BrokenFile } from "./broken-file.ts";
import type { BadLine } from "./lines.ts";

/** Where each column stands in a file, by the file's first line; -1 for one that may be missing and is. */
export function findColumns(
  name: string,
  head: readonly string[] | BadLine,
  required: readonly string[],
  optional: readonly string[] = [],
): number[] {
  if ("bad" in head) throw new BrokenFile(`${name}: line 1 ${head.bad}`);
  const missing = required.filter((column) => !head.includes(column));
  if (missing.length > 0)
    throw new BrokenFile(
      `${name} has no column ${missing.join(", ")}: its first line has to name ${required.join(", ")}`,
    );
  return [...required, ...optional].map((column) => head.indexOf(column));
}

/** Why a line with so many columns is no row; undefined when it is one. */
export const countFault = (found: number, expected: number): string | undefined =>
  found === expected ? undefined : `has ${found} columns instead of ${expected}`;
