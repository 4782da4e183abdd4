import fc from "fast-check";
import { expect, test } from "vitest";
import { createSimilarity } from "./similarity.ts";

/** Stacks of people as they come and go; an empty one takes somebody out. */
const changes = fc.array(
  fc.record({
    person: fc.integer({ min: 1, max: 25 }),
    stack: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }),
  }),
  { maxLength: 80 },
);

test("whatever changed before, people are as near as their stacks say now", () => {
  fc.assert(
    fc.property(changes, fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }), (made, asked) => {
      const similarity = createSimilarity();
      const stacks = new Map<number, number[]>();
      for (const { person, stack } of made) {
        similarity.set(person, stack);
        if (stack.length > 0) stacks.set(person, stack);
        else stacks.delete(person);
      }
      expect(similarity.size).toBe(stacks.size);
      const users = (technology: number) =>
        [...stacks.values()].filter((stack) => stack.includes(technology)).length;
      const weight = (technology: number) => Math.log(1 + (1 + stacks.size) / (1 + users(technology)));
      const norm = (stack: number[]) => Math.sqrt(stack.reduce((sum, id) => sum + weight(id) ** 2, 0));
      const wanted = [...stacks]
        .map(([id, stack]) => {
          const dot = asked
            .filter((one) => stack.includes(one))
            .reduce((sum, one) => sum + weight(one) ** 2, 0);
          return { id, likeness: dot === 0 ? 0 : dot / (norm(asked) * norm(stack)) };
        })
        .filter(({ likeness }) => likeness > 0);
      const found = similarity.near(asked, 100);
      expect(found.map(({ id }) => id).sort((a, b) => a - b)).toEqual(
        wanted.map(({ id }) => id).sort((a, b) => a - b),
      );
      for (const { id, likeness } of found) {
        expect(likeness).toBeCloseTo(wanted.find((one) => one.id === id)!.likeness, 9);
        expect(likeness).toBeLessThanOrEqual(1);
      }
      // The same question again, and fewer of them: the first of the same.
      for (const limit of [3, 100, 1]) expect(similarity.near(asked, limit)).toEqual(found.slice(0, limit));
      for (let place = 1; place < found.length; place++)
        expect(found[place]!.likeness).toBeLessThanOrEqual(found[place - 1]!.likeness);
    }),
    { numRuns: 500 },
  );
});

test("sharing what few work with counts for more than sharing what everybody does", () => {
  const similarity = createSimilarity();
  const [common, rare, other] = [1, 2, 3];
  for (let person = 100; person < 200; person++) similarity.set(person, [common]);
  similarity.set(1, [common, other]);
  similarity.set(2, [rare, other]);
  const near = similarity.near([common, rare], 200);
  const likenessOf = (person: number) => near.find(({ id }) => id === person)!.likeness;
  expect(likenessOf(2)).toBeGreaterThan(likenessOf(1));
  expect(similarity.near([common, rare], 1, new Set([2]))).not.toContainEqual(
    expect.objectContaining({ id: 2 }),
  );
  expect(similarity.near([], 10)).toEqual([]);
});

test("with more people who share the common than are looked at, those who share the rare are there", () => {
  const similarity = createSimilarity();
  for (let person = 1; person <= 5_000; person++) similarity.set(person, [1, person % 2 === 0 ? 2 : 3]);
  for (let person = 5_001; person <= 5_010; person++) similarity.set(person, [1, 9]);
  const near = similarity.near([1, 9], 10);
  expect(near.map(({ id }) => id)).toEqual(Array.from({ length: 10 }, (_, at) => 5_001 + at));
});
