import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BrokenFile } from "./broken-file.ts";
import { openFile } from "./open-file.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maru-open-file-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function readAll(name: string, content: Buffer): Promise<{ bytes: Buffer; error?: Error }> {
  const path = join(folder, name);
  await writeFile(path, content);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of openFile(path)) chunks.push(chunk);
    return { bytes: Buffer.concat(chunks) };
  } catch (error) {
    return { bytes: Buffer.concat(chunks), error: error as Error };
  }
}

// Half of it cannot be packed, half of it almost to nothing.
const content = Buffer.concat(
  Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? randomBytes(20_000) : Buffer.alloc(500_000, "line\n"))),
);

test("packed or not, a file is read whole, whatever it is called", async () => {
  expect((await readAll("plain.gz", content)).bytes.equals(content)).toBe(true);
  const twoParts = Buffer.concat([gzipSync(content.subarray(0, 1000)), gzipSync(content.subarray(1000))]);
  expect((await readAll("packed.tsv", twoParts)).bytes.equals(content)).toBe(true);
});

test("of a file that ends in the middle nothing is lost that can be unpacked", async () => {
  const packed = gzipSync(content);
  for (const end of [20, packed.length >> 1, packed.length - 9]) {
    const { bytes, error } = await readAll("cut.tsv.gz", packed.subarray(0, end));
    expect(error).toBeInstanceOf(BrokenFile);
    expect(error?.message).toContain("cut.tsv.gz ends in the middle");
    expect(bytes.equals(content.subarray(0, bytes.length))).toBe(true);
  }
  const { bytes: nearlyAll } = await readAll("cut.tsv.gz", packed.subarray(0, -9));
  expect(nearlyAll.equals(content)).toBe(true);
});

test("a damaged file says so, and what came before it stays", async () => {
  const packed = gzipSync(content);
  packed.fill(0xff, packed.length >> 1, (packed.length >> 1) + 5_000);
  const { bytes, error } = await readAll("damaged.gz", packed);
  expect(error?.message).toContain("damaged.gz is damaged");
  expect(bytes.length).toBeGreaterThan(0);
});

test("what is no text is refused with what to do", async () => {
  const zip = await readAll("ml.zip", Buffer.from("504b030414", "hex"));
  expect(zip.error?.message).toContain("unpack it first");
  const wide = await readAll("wide.csv", Buffer.from("\uFEFFa,b\n", "utf16le"));
  expect(wide.error?.message).toContain("iconv -f UTF-16");
  const none = (async () => {
    for await (const _ of openFile(join(folder, "none"))) break;
  })();
  await expect(none).rejects.toThrow("none cannot be opened: ENOENT");
  const aFolder = (async () => {
    for await (const _ of openFile(folder)) break;
  })();
  await expect(aFolder).rejects.toThrow("cannot be read: EISDIR");
});
