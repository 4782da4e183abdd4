import fc from "fast-check";
import { expect, test } from "vitest";
import { createCursors } from "./cursor.ts";
import { Problem } from "./problem.ts";

const cursors = createCursors(Buffer.alloc(32, 1));

test("a cursor opens to the position that was sealed, in its own list only", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.string({ minLength: 1 }),
      fc.nat(Number.MAX_SAFE_INTEGER),
      (list, other, position) => {
        const cursor = cursors.seal(list, position);
        expect(cursors.openId(list, cursor)).toBe(position);
        fc.pre(other !== list);
        expect(() => cursors.open(other, cursor)).toThrow(Problem);
      },
    ),
  );
});

test("no change of a cursor is accepted", () => {
  const cursor = cursors.seal("home", 1234567890123456);
  fc.assert(
    fc.property(fc.nat(cursor.length - 1), fc.constantFrom(..."ABCxyz012-_=. "), (index, letter) => {
      const forged = cursor.slice(0, index) + letter + cursor.slice(index + 1);
      fc.pre(forged !== cursor);
      expect(() => cursors.open("home", forged)).toThrow("not valid");
    }),
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (forged) => {
      expect(() => cursors.open("home", forged)).toThrow("not valid");
    }),
  );
});

test("another site's key opens nothing", () => {
  const cursor = createCursors(Buffer.alloc(32, 2)).seal("home", 5);
  expect(() => cursors.open("home", cursor)).toThrow("not valid");
});
