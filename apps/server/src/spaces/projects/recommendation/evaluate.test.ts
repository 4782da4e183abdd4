import { expect, test } from "vitest";
import { evaluate, type Interactions } from "./evaluate.ts";

/** Two circles: each works with its own things, and keeps what is made with them. */
function circles(): Interactions {
  const people = Array.from({ length: 40 }, (_, at) => ({
    id: at + 1,
    stack: at % 2 === 0 ? [1, 2] : [3, 4],
  }));
  const projects = people.map(({ id, stack }) => ({ id: 100 + id, author: id, stack }));
  const marks = people.flatMap(({ id }) =>
    [2, 4, 6].map((step) => ({ person: id, project: 101 + ((id - 1 + step) % 40) })),
  );
  return { people, projects, marks };
}

test("where people keep what is near their stack, what is held back is found more often than by chance", () => {
  const { cases, quality } = evaluate(circles());
  expect(cases).toBe(120);
  expect(quality.maru.recall).toBeGreaterThan(1.4 * quality.random.recall);
  expect(quality.maru.ndcg).toBeGreaterThan(quality.random.ndcg);
  // 37 are left: not one's own, nor the two others that one keeps.
  expect(quality.random.recall).toBeCloseTo(10 / 37, 9);
});

test("where everybody keeps the same, popularity finds it", () => {
  const { people, projects } = circles();
  const marks = people
    .flatMap(({ id }) => [111, 112, 113].map((project) => ({ person: id, project })))
    .filter(({ person, project }) => person + 100 !== project);
  const { quality } = evaluate({ people, projects, marks });
  expect(quality.popularity.recall).toBe(1);
  expect(quality.maru.recall).toBeGreaterThan(0.5);
});

test("with nobody who keeps two there is nothing to measure", () => {
  const { people, projects } = circles();
  expect(evaluate({ people, projects, marks: [{ person: 1, project: 102 }] })).toEqual({
    cases: 0,
    quality: {
      maru: { recall: 0, ndcg: 0 },
      popularity: { recall: 0, ndcg: 0 },
      random: { recall: 0, ndcg: 0 },
    },
  });
});
