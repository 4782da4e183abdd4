import type { BadRow } from "./files/rows.ts";

/** So many are told one by one; how many there were stands at the end. */
const mostTold = 20;

export interface Faults {
  /** Tells of a line. */
  tell(file: string, line: number, text: string): void;
  /** As `tell` of a row that is none; answers whether it is one. */
  isBad<T extends object>(file: string, row: T | BadRow): row is BadRow;
  /** How many there were since the last call. */
  take(): number;
}

export function createFaults(note: (text: string) => void): Faults {
  let told = 0;
  let count = 0;
  function tell(file: string, line: number, text: string): void {
    count += 1;
    told += 1;
    if (told <= mostTold) note(`${file}, line ${line}: ${text}`);
    if (told === mostTold) note("Further lines like these are only counted.");
  }
  return {
    tell,
    isBad<T extends object>(file: string, row: T | BadRow): row is BadRow {
      if (!("bad" in row)) return false;
      tell(file, row.line, row.bad);
      return true;
    },
    take() {
      const since = count;
      count = 0;
      return since;
    },
  };
}
