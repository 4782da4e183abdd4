import { basename } from "node:path";
import { BrokenFile } from "../files/broken-file.ts";
import { readLines } from "../files/lines.ts";
import { openFile } from "../files/open-file.ts";
import { createRowReader, type Row } from "../files/rows.ts";
import { readTsv } from "../files/tsv.ts";
import type { Faults } from "../faults.ts";

/** IMDb's files are sorted by their first column, byte by byte: tt10000000 stands before tt9999999. */
export function unsorted(name: string, line: number, key: string, before: string): BrokenFile {
  return new BrokenFile(
    `${name} is not sorted: line ${line} has ${key} after ${before}. Sort it by its first column: ` +
      `(head -n 1 FILE; tail -n +2 FILE | LC_ALL=C sort -k 1,1) > SORTED`,
  );
}

/** A file that says more of the titles of another one, which is sorted as it is. */
export interface Follower {
  readonly line: number;
  /** Of what was read: the rows of every key before this one are complete. */
  readonly reached: string;
  /** Hands out the rows up to a key. Throws a BrokenFile where it cannot be read any further. */
  upTo(last: string, take: (key: string, row: Row) => void): Promise<void>;
  close(): Promise<void>;
}

interface FollowerOptions {
  path: string;
  columns: readonly string[];
  behind: number;
  onRead: (bytes: number) => void;
  faults: Faults;
}

export function openFollower({ path, columns, behind, onRead, faults }: FollowerOptions): Follower {
  const name = basename(path);
  const reader = createRowReader(readTsv(name, readLines(openFile(path, onRead)), columns, behind), behind);
  let reached = "";
  return {
    get line() {
      return reader.line;
    },
    get reached() {
      return reached;
    },
    async upTo(last, take) {
      await reader.readWhile((row) => {
        if (faults.isBad(name, row)) return true;
        const [key] = row.cells;
        if (key === undefined) {
          faults.tell(name, row.line, "names no title");
          return true;
        }
        if (key < reached) throw unsorted(name, row.line, key, reached);
        if (key > last) return false;
        reached = key;
        take(key, row);
        return true;
      });
    },
    close: () => reader.close(),
  };
}

/** Behind every id. */
export const theEnd = "\uffff";
