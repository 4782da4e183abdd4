import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { writeBreedModel } from "../../../../test/breed-model.ts";
import * as photos from "../../../../test/photos.ts";
import type { Card } from "./card-schema.ts";
import { ModelFault } from "./card.ts";
import { createRecognizer, type Recognizer, usualLimits } from "./recognizer.ts";

let folder: string;
let made = 0;
const open: Recognizer[] = [];
const troubles: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maru-recognizer-"));
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  troubles.length = 0;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function recognizer(
  change?: (card: Card) => void,
  limits?: Parameters<typeof createRecognizer>[2],
): Promise<Recognizer> {
  const place = join(folder, String(made++));
  const card = await writeBreedModel(place, change);
  const one = createRecognizer({ folder: place, card }, (message) => troubles.push(message), limits);
  open.push(one);
  return one;
}
const bytes = async (photo: Promise<Buffer>) => new Uint8Array(await photo);
async function best(one: Recognizer, photo: Promise<Buffer>) {
  const seen = await one.recognize(await bytes(photo));
  if (!seen || "refused" in seen) return seen;
  const [first] = seen.candidates;
  return [seen.verdict, first?.label.id, first && Math.round(first.confidence * 100)];
}

test("every kind of picture is seen as people see it", async () => {
  const one = await recognizer();
  const upright = await best(one, photos.abyssinian().jpeg({ quality: 95 }).toBuffer());
  expect(upright).toEqual(["cat", "abyssinian", 87]);
  expect(await best(one, photos.abyssinian().rotate(90).png().toBuffer())).not.toEqual(upright);
  for (const [same, tolerance] of [
    [photos.turnedByExif(), 1],
    [photos.abyssinian().webp({ lossless: true }).toBuffer(), 1],
    [photos.abyssinian().avif({ quality: 95 }).toBuffer(), 1],
    [photos.abyssinian().png({ palette: true }).toBuffer(), 1],
    [photos.abyssinian().toColourspace("rgb16").png().toBuffer(), 1],
    [photos.animated("gif"), 1],
    [photos.animated("webp"), 1],
    [photos.abyssinian().resize(4000, 3000).jpeg({ quality: 95 }).toBuffer(), 1],
    // Ink has no such red, nor such a green.
    [photos.abyssinian().toColourspace("cmyk").jpeg({ quality: 95 }).toBuffer(), 25],
  ] as const) {
    const [verdict, breed, percent] = (await best(one, same)) as [string, string, number];
    expect([verdict, breed]).toEqual(["cat", "abyssinian"]);
    expect(Math.abs(percent - 87)).toBeLessThanOrEqual(tolerance);
  }
});

test("what can be seen through is white, grey is no colour, and neither needs a name", async () => {
  const one = await recognizer();
  const white = await best(one, photos.plain("#fff").png().toBuffer());
  expect(await best(one, photos.seeThrough())).toEqual(white);
  expect(await best(one, photos.plain("#fff").greyscale().jpeg().toBuffer())).toEqual(white);
  expect(await best(one, photos.plain("#fff").resize(1, 1).png().toBuffer())).toEqual(white);
  expect(await best(one, photos.plain("#000").toColourspace("b-w").png().toBuffer())).toEqual([
    "not-a-cat",
    undefined,
    undefined,
  ]);
  expect(((await best(one, photos.noise())) as string[])[0]).toBe("unsure");
});

test.each<[rule: Card["input"]["resize"]["rule"], verdict: string]>([
  ["stretch", "unsure"],
  ["cover", "not-a-cat"],
  ["contain", "unsure"],
])("what is wide is made to fit by the card's rule: %s", async (rule, verdict) => {
  const one = await recognizer((card) => (card.input.resize.rule = rule));
  // Black, but for its ends.
  const wide = sharp({ create: { width: 300, height: 100, channels: 3, background: "#000" } }).extend({
    left: 100,
    right: 100,
    background: "#fff",
  });
  const seen = await one.recognize(await bytes(wide.png().toBuffer()));
  expect(seen).toMatchObject({ verdict });
});

test("with its mirror image, left is as good as right", async () => {
  const left = () => photos.abyssinian().rotate(270).png().toBuffer();
  expect(await best(await recognizer(), left())).toEqual(["cat", "siamese", expect.any(Number)]);
  const seen = await best(await recognizer((card) => (card.input.flip = true)), left());
  expect((seen as string[])[0]).toBe("unsure");
});

test.each<[fault: RegExp, change: (card: Card) => void]>([
  [
    /check\.logits was expected from model\.onnx; its answer differs by up to 5/,
    (card) => (card.check.logits[2]! += 5),
  ],
  [/input\.name is image, but model\.onnx has photo/, (card) => (card.input.name = "image")],
  [/output\.name is scores, but model\.onnx has logits/, (card) => (card.output.name = "scores")],
  [/does not take the input that the card describes/, (card) => (card.input.size = 64)],
  [
    /labels has 9 entries, but model\.onnx answers 8/,
    (card) => card.labels.push({ ...card.labels[0]!, id: "one-more" }),
  ],
  [/nothing\.onnx cannot be loaded/, (card) => (card.model = "nothing.onnx")],
])("a model that is not what its card says is refused: %s", async (fault, change) => {
  const wrong = await recognizer(change);
  await expect(wrong.check()).rejects.toThrow(ModelFault);
  await expect(wrong.recognize(await bytes(photos.abyssinian().png().toBuffer()))).rejects.toThrow(fault);
});

test("a photo that takes too long is given up, and those behind it go on", async () => {
  const limits = { ...usualLimits, photoMs: 1 };
  const one = await recognizer(undefined, limits);
  const slow = bytes(photos.slow());
  const next = bytes(photos.abyssinian().png().toBuffer());
  const [first, second] = [one.recognize(await slow), one.recognize(await next)];
  expect(await first).toEqual({ refused: "too-slow" });
  limits.photoMs = usualLimits.photoMs;
  expect(await second).toMatchObject({ verdict: "cat" });
  expect(troubles).toEqual(["a photo took too long to recognize"]);
}, 30_000);

test("many at once each get their own answer", async () => {
  const one = await recognizer((card) => (card.input.flip = true));
  const kinds = [photos.abyssinian(), photos.plain("#000"), photos.plain("#fff"), photos.abyssinian().flip()];
  const files = await Promise.all(kinds.map((photo) => bytes(photo.png().toBuffer())));
  const alone: unknown[] = [];
  for (const file of files) alone.push(await one.recognize(file));
  expect(new Set(alone.map((seen) => JSON.stringify(seen))).size).toBe(4);
  const together = await Promise.all(Array.from({ length: 80 }, (_, at) => one.recognize(files[at % 4]!)));
  together.forEach((seen, at) => expect(seen).toEqual(alone[at % 4]));
});

test("the thread ends when nothing comes, and starts again", async () => {
  const one = await recognizer(undefined, { ...usualLimits, idleMs: 1 });
  for (let round = 0; round < 3; round++) {
    expect(await best(one, photos.abyssinian().png().toBuffer())).toEqual(["cat", "abyssinian", 87]);
    await expect.poll(() => process.getActiveResourcesInfo().filter((one) => one === "Worker")).toEqual([]);
  }
});

test.each([
  ["AVIF", photos.plain("#888", 3500).avif({ effort: 0 })],
  ["16 bits", photos.plain("#888", 5100).toColourspace("rgb16").png({ compressionLevel: 1 })],
])(
  "what takes much memory to read is smaller at the most: %s",
  async (_name, photo) => {
    const one = await recognizer();
    expect(await one.recognize(await bytes(photo.toBuffer()))).toEqual({ refused: "too-large" });
  },
  30_000,
);

test("who no longer waits is not looked at", async () => {
  const one = await recognizer();
  expect(await one.recognize(await bytes(photos.noise()), () => false)).toBeUndefined();
});
