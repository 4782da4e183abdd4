import fc from "fast-check";
import { expect, test } from "vitest";
import { colourCard } from "../../../../test/breed-model.ts";
import type { Card } from "./card-schema.ts";
import { judge } from "./verdict.ts";

const card = colourCard();
const [first, second] = card.labels;
/** Logits with which each label has a chance of its own; the others share the rest. */
function logitsWith(chances: Record<string, number>): number[] {
  const others = card.labels.filter(({ id }) => !(id in chances)).length;
  const rest = (1 - Object.values(chances).reduce((sum, one) => sum + one, 0)) / others;
  return card.labels.map(({ id }) => Math.log(chances[id] ?? rest));
}

test("a breed that is sure enough is named, with its chance as it is", () => {
  const { verdict, candidates } = judge(logitsWith({ abyssinian: 0.7, siamese: 0.1 }), card);
  expect(verdict).toBe("cat");
  expect(candidates.map(({ label }) => label.id).slice(0, 2)).toEqual(["abyssinian", "siamese"]);
  expect(candidates[0]!.confidence).toBeCloseTo(0.7);
});

test.each([
  ["none is sure enough", { abyssinian: 0.59 }, "unsure"],
  ["a cat of no breed is likelier", { abyssinian: 0.3, "ordinary-cat": 0.4 }, "unsure"],
  ["it may well be no cat", { abyssinian: 0.5, "not-cat": 0.49 }, "unsure"],
  ["it is no cat", { abyssinian: 0.4, "not-cat": 0.51 }, "not-a-cat"],
])("where %s", (_name, chances, verdict) => {
  const judged = judge(logitsWith(chances), card);
  expect(judged.verdict).toBe(verdict);
  expect(judged.candidates).toHaveLength(verdict === "not-a-cat" ? 0 : 5);
});

test("where a cat of no breed is likelier than a breed that would be named", () => {
  const low = { ...card, thresholds: { ...card.thresholds, cat: { breed: 0.2 } } };
  expect(judge(logitsWith({ abyssinian: 0.3, "ordinary-cat": 0.31 }), low).verdict).toBe("unsure");
  expect(judge(logitsWith({ abyssinian: 0.31, "ordinary-cat": 0.3 }), low).verdict).toBe("cat");
});

test("a temperature makes the model surer, or less", () => {
  const logits = logitsWith({ abyssinian: 0.7 });
  expect(judge(logits, { ...card, temperature: 3 }).verdict).toBe("unsure");
  expect(judge(logits, { ...card, temperature: 0.5 }).candidates[0]!.confidence).toBeGreaterThan(0.9);
});

const label = fc.record({
  id: fc.string(),
  kind: fc.constantFrom("breed", "ordinary", "not-cat"),
  name: fc.constant(first!.name),
}) as fc.Arbitrary<Card["labels"][number]>;
const chance = fc.double({ min: 0, max: 1, noNaN: true });

test("whatever a model says, the answer is one", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(label, fc.double({ min: -1e4, max: 1e4, noNaN: true })), { maxLength: 30 }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      chance,
      chance,
      (rated, temperature, breed, notCat) => {
        const labels = [first!, second!, ...rated.map(([one]) => one)];
        const logits = [0, 1, ...rated.map(([, logit]) => logit)];
        const { verdict, candidates } = judge(logits, {
          labels,
          temperature,
          thresholds: { cat: { breed }, notCat },
        });
        const confidences = candidates.map(({ confidence }) => confidence);
        for (const confidence of confidences) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
        expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
        expect(confidences.reduce((sum, one) => sum + one, 0)).toBeLessThan(1 + 1e-9);
        expect(candidates.every((one) => one.label.kind === "breed")).toBe(true);
        const breeds = labels.filter(({ kind }) => kind === "breed").length;
        expect(candidates).toHaveLength(verdict === "not-a-cat" ? 0 : Math.min(5, breeds));
        const has = (kind: string) => labels.some((one) => one.kind === kind);
        const best = confidences[0] ?? 0;
        expect(verdict !== "cat" || best >= breed).toBe(true);
        expect(verdict !== "unsure" || best < breed || has("ordinary")).toBe(true);
        expect(verdict !== "not-a-cat" || has("not-cat") || notCat === 0).toBe(true);
      },
    ),
  );
});
