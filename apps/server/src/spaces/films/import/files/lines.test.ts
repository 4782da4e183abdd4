import fc from "fast-check";
import { expect, test } from "vitest";
import { BrokenFile } from "./broken-file.ts";
import { type BadLine, readLines } from "./lines.ts";

async function* pieces(bytes: Buffer, cuts: readonly number[]): AsyncGenerator<Buffer> {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((one, other) => one - other);
  let from = 0;
  for (const to of [...places, bytes.length]) {
    yield bytes.subarray(from, to);
    from = to;
  }
}

async function read(bytes: Buffer, cuts: readonly number[] = []): Promise<(string | BadLine)[]> {
  const all: (string | BadLine)[] = [];
  for await (const { first, lines } of readLines(pieces(bytes, cuts))) {
    expect(first).toBe(all.length + 1);
    all.push(...lines);
  }
  return all;
}

const character = fc.constantFrom("a", "\t", "기", "🎬", "\\N", '"', "é", "");
const line = fc.array(character, { maxLength: 12 }).map((parts) => parts.join(""));

test("lines are the same, however the bytes come in", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      fc.array(fc.nat(500), { maxLength: 12 }),
      async (lines, end, isEnded, cuts) => {
        const text = lines.join(end) + (isEnded ? end : "");
        const expected = isEnded || lines.at(-1) !== "" ? lines : lines.slice(0, -1);
        expect(await read(Buffer.from(text), cuts)).toEqual(text === "" ? [] : expected);
      },
    ),
  );
});

test("a line that is no UTF-8 costs only itself, wherever the bytes are cut, and what it may be is named", async () => {
  const korean = Buffer.from("b1e2bbfdc3e6", "hex"); // 기생충 in CP949
  const bytes = Buffer.concat([
    Buffer.from("하나\n"),
    korean,
    Buffer.from("\n셋\n"),
    Buffer.from([0x63, 0xe9, 0x0a]),
  ]);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 4 }), async (cuts) => {
      const [one, two, three, four] = await read(bytes, cuts);
      expect([one, three]).toEqual(["하나", "셋"]);
      expect(two).toEqual({ bad: expect.stringContaining("CP949") });
      expect(four).toEqual({ bad: expect.stringContaining("WINDOWS-1252") });
    }),
  );
});

test("a line of hundreds of megabytes is refused without being kept", async () => {
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  async function* long(): AsyncGenerator<Buffer> {
    yield Buffer.from("one\n");
    for (let n = 0; n < 4_000; n++) {
      yield Buffer.alloc(2 ** 16, "x");
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    yield Buffer.from("\nthree\n");
  }
  const lines: (string | BadLine)[] = [];
  for await (const block of readLines(long())) lines.push(...block.lines);
  expect(lines).toEqual(["one", { bad: "has 262144000 bytes, more than 1048576" }, "three"]);
  expect(most).toBeLessThan(150e6);
});

test("a sign at the beginning that says UTF-8 is none of the first line", async () => {
  expect(await read(Buffer.from("\uFEFFtconst\ntt1\n"), [1, 2])).toEqual(["tconst", "tt1"]);
});

test("whole lines come before the error of a source that breaks, which names the last one", async () => {
  async function* breaking(): AsyncGenerator<Buffer> {
    yield Buffer.from("one\ntwo\nthr");
    throw new BrokenFile("x ends in the middle");
  }
  const lines: (string | BadLine)[] = [];
  const reading = (async () => {
    for await (const block of readLines(breaking())) lines.push(...block.lines);
  })();
  await expect(reading).rejects.toThrow("x ends in the middle; the last whole line is 2");
  expect(lines).toEqual(["one", "two"]);
});
