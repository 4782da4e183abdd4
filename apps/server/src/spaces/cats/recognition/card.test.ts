import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { colourCard, writeBreedModel } from "../../../../test/breed-model.ts";
import { checkWeights, faultOf, readCard } from "./card.ts";
import { CardSchema } from "./card-schema.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maru-card-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A schema with its references put in, and without what only people read. */
function plain(schema: unknown, definitions: Record<string, unknown>): unknown {
  if (Array.isArray(schema)) return schema.map((one) => plain(one, definitions));
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref, $schema: _, $defs: __, title: ___, ...rest } = schema as Record<string, unknown>;
  if (typeof $ref === "string") return plain(definitions[$ref.replace("#/$defs/", "")], definitions);
  // A constant says its own type.
  if ("const" in rest) return { const: rest["const"] };
  if (Array.isArray(rest["required"]))
    rest["required"] = (rest["required"] as string[]).toSorted((a, b) => a.localeCompare(b));
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, plain(value, definitions)]));
}

test("a card is here what it is where models are made", () => {
  const theirs = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../../../../../ml/card.schema.json"), "utf8"),
  ) as { $defs: Record<string, unknown> };
  expect(plain(JSON.parse(JSON.stringify(CardSchema)), {})).toEqual(plain(theirs, theirs.$defs));
});

test("a good one is read, with what it says besides", async () => {
  const written = await writeBreedModel(join(folder, "good"), (card) => Object.assign(card, { more: 1 }));
  const card = await readCard(join(folder, "good"));
  expect(card).toEqual(written);
  await checkWeights(join(folder, "good"), card);
});

const wrong: [fault: string, change: (card: any) => void][] = [
  ["thresholds.cat.breed is missing", (card) => delete card.thresholds.cat.breed],
  ["temperature must be > 0", (card) => (card.temperature = 0)],
  ["format must be 1", (card) => (card.format = 2)],
  ["input.size must be integer", (card) => (card.input.size = 160.5)],
  ["input.size must be <= 512", (card) => (card.input.size = 4096)],
  [
    'input.resize.rule must be "cover" or "contain" or "stretch"',
    (card) => (card.input.resize.rule = "crop"),
  ],
  ["input.deviation was expected to have no 0", (card) => (card.input.deviation = [1, 0, 1])],
  [
    "labels was expected to have each id once, and has abyssinian twice",
    (card) => (card.labels[1].id = "abyssinian"),
  ],
  ["at least two of kind breed", (card) => card.labels.forEach((label: any) => (label.kind = "ordinary"))],
  ["labels.0.name.ko is missing", (card) => delete card.labels[0].name.ko],
  ["one number for each of the 8 labels, and has 7", (card) => card.check.logits.pop()],
  ["model must match pattern", (card) => (card.model = "../../etc/passwd")],
  ["attribution must NOT have fewer than 1 items", (card) => (card.attribution = [])],
];

test.each(wrong)("a wrong one is told: %s", (fault, change) => {
  const card = colourCard();
  change(card);
  expect(faultOf(card)).toContain(fault);
});

test("files that are not there, no card, or others than the card's are told", async () => {
  await expect(readCard(join(folder, "nowhere"))).rejects.toThrow(/nowhere\/card\.json is not there/);
  const broken = join(folder, "broken");
  const card = await writeBreedModel(broken);
  await writeFile(join(broken, "model.onnx"), "other weights");
  await expect(checkWeights(broken, card)).rejects.toThrow(
    /model\.onnx is not the file .* sha256 was expected/,
  );
  await rm(join(broken, "model.onnx"));
  await expect(checkWeights(broken, card)).rejects.toThrow(/model\.onnx is not there/);
  await writeFile(join(broken, "card.json"), "{");
  await expect(readCard(broken)).rejects.toThrow(/card\.json is not JSON/);
  await writeFile(join(broken, "card.json"), "3");
  await expect(readCard(broken)).rejects.toThrow(/the card must be object/);
  await writeFile(join(broken, "card.json"), " ".repeat(2 ** 20 + 1));
  await expect(readCard(broken)).rejects.toThrow(/more than a megabyte/);
});
