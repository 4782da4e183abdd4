import fc from "fast-check";
import { expect, test } from "vitest";
import { hashKept, keptIn, keptPart, segmentOf } from "./segments.ts";

const hash = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const number = fc.integer({ min: 0, max: 10_000 });

test("what is kept is 32 bits, leads back to the hash, and lies with its segment", () => {
  fc.assert(
    fc.property(number, fc.array(hash, { minLength: 1 }), (segment, hashes) => {
      const kept = keptIn(segment, hashes);
      for (const [index, one] of kept.entries()) {
        expect(one).toBe(one | 0);
        expect(hashKept(segment, one)).toBe(keptPart(hashes[index]!));
        expect((one >>> 28) & 15).toBe(segment & 15);
      }
    }),
  );
});

test("a segment begins with its first id", () => {
  const segments = [0, 100, 200].map((firstId, index) => ({ number: index, firstId, posts: 0 }));
  expect([0, 99, 100, 199, 200, 1e15].map((id) => segmentOf(segments, id).number)).toEqual([
    0, 0, 1, 1, 2, 2,
  ]);
});
