import { expect, test } from "vitest";
import { createWaitingLine } from "./waiting-line.ts";

test("so much at once, so much waits in its order, and the rest is turned away", async () => {
  const line = createWaitingLine({ atOnce: 2, waiting: 3 });
  const began: number[] = [];
  const ends: (() => void)[] = [];
  const works = Array.from({ length: 7 }, (_, at) =>
    line.take(() => {
      began.push(at);
      return new Promise<number>((resolve) => ends.push(() => resolve(at)));
    }),
  );
  expect(works.map((work) => work !== undefined)).toEqual([true, true, true, true, true, false, false]);
  expect(began).toEqual([0, 1]);
  ends[1]!();
  expect(await works[1]).toBe(1);
  await expect.poll(() => began).toEqual([0, 1, 2]);
  const late = line.take(async () => began.push(7));
  expect(began).toEqual([0, 1, 2]);
  expect(line.take(async () => {})).toBe(undefined);
  for (let at = 2; at < 5; at++) {
    ends[at]!();
    await works[at];
  }
  ends[0]!();
  await works[0];
  await late;
  expect(began).toEqual([0, 1, 2, 3, 4, 7]);
  expect(await line.take(async () => "again")).toBe("again");
});

test("what fails makes room as well", async () => {
  const line = createWaitingLine({ atOnce: 1, waiting: 1 });
  const failing = line.take(() => Promise.reject(new Error("broken")));
  const next = line.take(async () => "next");
  await expect(failing).rejects.toThrow("broken");
  expect(await next).toBe("next");
});
