import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Card } from "../src/spaces/cats/recognition/card-schema.ts";
import { normalise, stripes } from "../src/spaces/cats/recognition/pixels.ts";
import { linearModel } from "./onnx-file.ts";

const size = 32;
const [red, blue] = [0, 2];
const [upper, lower, left] = [
  [0, 1],
  [2, 3],
  [0, 2],
];

/** Much of one colour, and little of the others, in some of the quarters. */
function prefers(channel: number, quarters: number[]): number[] {
  return Array.from({ length: 12 }, (_, at) =>
    quarters.includes(at % 4) ? (Math.floor(at / 4) === channel ? 1 : -0.5) : 0,
  );
}

const kinds: [id: string, kind: Card["labels"][number]["kind"], weights: number[]][] = [
  ["abyssinian", "breed", prefers(red, upper)],
  ["birman", "breed", prefers(red, lower)],
  ["siamese", "breed", prefers(red, left)],
  ["bombay", "breed", prefers(blue, upper)],
  ["persian", "breed", prefers(blue, lower)],
  ["russian-blue", "breed", prefers(blue, left)],
  ["ordinary-cat", "ordinary", Array.from({ length: 12 }, () => 0)],
  ["not-cat", "not-cat", Array.from({ length: 12 }, () => -0.3)],
];

/** A model that tells pictures by their colours: red above is an Abyssinian, black all over is no cat. */
export const colourCard = (): Card => ({
  format: 1,
  name: "colours",
  version: "test",
  model: "model.onnx",
  sha256: "0".repeat(64),
  labels: kinds.map(([id, kind]) => ({ id, kind, name: { ko: `${id} 고양이`, en: id } })),
  input: {
    name: "photo",
    size,
    colour: "rgb",
    mean: [0.5, 0.5, 0.5],
    deviation: [0.5, 0.5, 0.5],
    resize: { rule: "stretch", kernel: "linear" },
    flip: false,
  },
  output: { name: "logits" },
  temperature: 1,
  thresholds: { cat: { breed: 0.6 }, notCat: 0.5 },
  metrics: [{ measured: "nothing" }],
  licence: "none",
  attribution: ["nobody"],
  limits: ["knows colours only"],
  check: { input: "stripes", logits: kinds.map(() => 0), tolerance: 0.001 },
});

/** Its answer, computed here. */
function logitsOf(pixels: Uint8Array, input: Card["input"]): number[] {
  const values = new Float32Array(3 * size * size);
  normalise(pixels, input, values);
  const quarters = Array.from({ length: 12 }, () => 0);
  values.forEach((value, at) => {
    const [channel, y, x] = [Math.floor(at / size ** 2), Math.floor(at / size) % size, at % size];
    quarters[channel * 4 + Math.floor(y / 16) * 2 + Math.floor(x / 16)]! += value / 256;
  });
  return kinds.map(([, , weights]) => weights.reduce((sum, weight, at) => sum + weight * quarters[at]!, 0));
}

/** Writes the model into a folder; `change` makes it another one, or a wrong one. Answers the card. */
export async function writeBreedModel(
  folder: string,
  change: (card: Card) => void = () => {},
): Promise<Card> {
  const card = colourCard();
  const file = linearModel({
    input: card.input.name,
    output: card.output.name,
    size,
    weights: kinds.map(([, , weights]) => weights),
    bias: kinds.map(() => 0),
  });
  card.sha256 = createHash("sha256").update(file).digest("hex");
  card.check.logits = logitsOf(stripes(size), card.input);
  change(card);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "model.onnx"), file);
  await writeFile(join(folder, "card.json"), JSON.stringify(card));
  return card;
}
