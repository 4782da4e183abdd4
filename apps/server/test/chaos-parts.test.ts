import { expect, test } from "vitest";
import { begin, possible, type Register, settled } from "../../../chaos/lib/ledger.ts";
import { createRandom } from "../../../chaos/lib/random.ts";

test("knows what may stand after writes that overlap or were never answered", () => {
  const at = (
    begun: number,
    ended: number,
    value: string,
    outcome: "acknowledged" | "refused" | "unknown",
  ) => ({
    begun,
    ended,
    value,
    outcome,
  });
  const register = (...writes: Register<string>["writes"]): Register<string> => ({ initial: "", writes });
  const one = at(0, 10, "one", "acknowledged");
  expect([...possible(register())]).toEqual([""]);
  expect([...possible(register(one, at(20, 30, "two", "acknowledged")))]).toEqual(["two"]);
  expect([...possible(register(one, at(5, 30, "two", "acknowledged")))]).toEqual(["one", "two"]);
  expect([...possible(register(one, at(20, 30, "two", "refused")))]).toEqual(["one"]);
  expect([...possible(register(one, at(20, 30, "two", "unknown")))]).toEqual(["one", "two"]);
  expect([...possible(register(at(0, 10, "one", "unknown")))]).toEqual(["one", ""]);
  // Too long ago to come after what was acknowledged.
  expect([
    ...possible(register(at(0, 10, "one", "unknown"), at(20_000, 20_010, "two", "acknowledged"))),
  ]).toEqual(["two"]);
  expect(settled(register(one), 20)).toBe("one");
  expect(settled(register(one), 5)).toBeUndefined();
  const open = register(one);
  const end = begin([{ register: open, value: "two" }]);
  expect(settled(open, 20)).toBeUndefined();
  end("refused");
  expect(settled(open, 20)).toBe("one");
});

test("chance is the same for the same seed, whatever is taken from its other streams", () => {
  const numbers = (name: string, busy: boolean) => {
    const random = createRandom(5);
    if (busy) random.stream("other").next();
    return Array.from(
      { length: 5 },
      (
        (stream) => () =>
          stream.below(1000)
      )(random.stream(name)),
    );
  };
  expect(numbers("reaper", true)).toEqual(numbers("reaper", false));
  expect(numbers("reaper", false)).not.toEqual(numbers("load", false));
  for (const number of numbers("reaper", false)) expect(number).toBeLessThan(1000);
});
