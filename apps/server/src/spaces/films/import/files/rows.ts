/** A row of a table: its cells in the order of the columns that were asked for, undefined where nothing stands. */
export interface Row {
  /** Where it begins, and its last line. */
  line: number;
  last: number;
  cells: readonly (string | undefined)[];
}

/** What stands in the place of a row and is none, and why. */
export interface BadRow {
  line: number;
  last: number;
  bad: string;
}

export type Rows = AsyncIterable<(Row | BadRow)[]>;

export interface RowReader {
  /** The last line of what was taken. */
  readonly line: number;
  /** Hands out rows until `take` refuses one, which is then the first of the next call. Answers false at the end. */
  readWhile(take: (row: Row | BadRow) => boolean): Promise<boolean>;
  close(): Promise<void>;
}

/** Reads rows in portions of the caller's size, without waiting for each. */
export function createRowReader(rows: Rows, from = 0): RowReader {
  const blocks = rows[Symbol.asyncIterator]();
  let block: (Row | BadRow)[] = [];
  let next = 0;
  let line = from;
  return {
    get line() {
      return line;
    },
    async readWhile(take) {
      for (;;) {
        for (; next < block.length; next++) {
          const row = block[next]!;
          if (!take(row)) return true;
          line = row.last;
        }
        const { done, value } = await blocks.next();
        if (done) return false;
        [block, next] = [value, 0];
      }
    },
    close: async () => void (await blocks.return?.()),
  };
}
