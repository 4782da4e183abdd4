import fc from "fast-check";
import { expect, test } from "vitest";
import { BrokenFile } from "./broken-file.ts";
import { readCsv } from "./csv.ts";
import { readLines } from "./lines.ts";
import type { BadRow, Row } from "./rows.ts";

async function read(text: string, columns = { required: ["a", "b"] }, behind = 0) {
  async function* source(): AsyncGenerator<Buffer> {
    yield Buffer.from(text);
  }
  const rows: (Row | BadRow)[] = [];
  for await (const block of readCsv("x.csv", readLines(source()), columns, behind)) rows.push(...block);
  return rows;
}

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const cell = fc
  .array(fc.constantFrom("a", ",", '"', "\n", "기", " "), { maxLength: 8 })
  .map((parts) => parts.join(""));

test("what is written as CSV is read as it was", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), async (cells) => {
      const text = ["a,b", ...cells.map((row) => row.map(quoted).join(","))].join("\n");
      const rows = await read(text);
      expect(rows.map((row) => "cells" in row && row.cells)).toEqual(
        cells.map((row) => row.map((one) => one || undefined)),
      );
    }),
  );
});

test("a broken line costs only itself", async () => {
  const rows = await read('a,b\n1,"open\n2,two\n3\n4,"x"y\n5,"five\nlines"\n6,six\n7,"open');
  expect(rows.map((row) => ("bad" in row ? [row.line, "bad"] : [row.line, ...row.cells]))).toEqual([
    [2, "bad"],
    [3, "2", "two"],
    [4, "bad"],
    [5, "bad"],
    [6, "5", "five\nlines"],
    [8, "6", "six"],
    [9, "bad"],
  ]);
});

test("columns are found by name, in any order; one that is missing is named", async () => {
  const [row] = await read("b,x,a\nB,X,A\n");
  expect(row).toMatchObject({ cells: ["A", "B"] });
  await expect(read("a,c\n1,2\n")).rejects.toThrow(
    new BrokenFile("x.csv has no column b: its first line has to name a, b"),
  );
});

test("reading goes on behind a line", async () => {
  expect(await read("a,b\n1,1\n2,2\n3,3\n", { required: ["a", "b"] }, 3)).toMatchObject([{ line: 4 }]);
});
