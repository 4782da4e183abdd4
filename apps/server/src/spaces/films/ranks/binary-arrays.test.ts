import fc from "fast-check";
import { expect, test } from "vitest";
import { testServer } from "../../../../test/test-server.ts";
import { binaryArray, type BinaryType } from "./binary-arrays.ts";

const server = testServer({ MARU_SPACES: "films" });

const values: Record<BinaryType, fc.Arbitrary<number>> = {
  bigint: fc.maxSafeInteger(),
  boolean: fc.nat(1),
  float8: fc.double({ noNaN: true }),
  integer: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  smallint: fc.integer({ min: -(2 ** 15), max: 2 ** 15 - 1 }),
};

test.each(Object.keys(values) as BinaryType[])("PostgreSQL reads arrays of %s as they were given", (type) =>
  fc.assert(
    fc.asyncProperty(fc.array(values[type], { minLength: 1, maxLength: 30 }), async (given) => {
      const array = binaryArray(type, given.length, (place) => given[place]!);
      const { rows } = await server.maru.platform.pool.query<{ read: (number | boolean)[] }>(
        `select $1::${type}[] as read`,
        [array],
      );
      expect(rows[0]!.read.map(Number)).toEqual(given);
    }),
    { numRuns: 30 },
  ),
);
