import { beforeEach, describe, expect, test } from "vitest";
import { type FilmEvent, type Fold, startFold } from "./index.ts";

let fold: Fold;
let number: number;
type Without<T> = T extends unknown ? Omit<T, "id" | "ts"> : never;
const act = (event: Without<FilmEvent>) =>
  fold.takeIn({ ...event, id: `e${number++}`, ts: number * 60_000 } as FilmEvent);
const author = () => fold.users.get("author")!;
const aspects = { story: 8, acting: 8, directing: 7, visuals: 7, music: 6 };

function reacts(prefix: string, count: number, review: string, v: 1 | -1, tier = 1) {
  for (let index = 0; index < count; index++) {
    const user = `${prefix}${index}`;
    if (!fold.users.has(user)) act({ type: "seed_tier", user, tier });
    act({ type: "react_set", user, review, v });
  }
}

/** The author stands at the end of their band, by as many reactions as that takes; r6 to r9 have none yet. */
function toTheEnd(v: 1 | -1) {
  act({ type: "seed_tier", user: "author", tier: 1 });
  for (let index = 0; index < 10; index++) {
    act({ type: "user_join", user: "author" });
    // Three of a day count.
    number += 24 * 60;
    act({ type: "review_put", user: "author", film: `f${index}`, review: `r${index}`, aspects, chars: 400 });
  }
  for (let index = 0; author().series === null; index++) reacts(`${index}-`, 1, `r${index % 6}`, v);
}

beforeEach(() => {
  fold = startFold();
  number = 0;
});

describe("a promotion series", () => {
  beforeEach(() => toTheEnd(1));

  test("freezes the points until three games are won by nine people", () => {
    expect(author()).toMatchObject({ tier: 1, points: 900_00, series: { direction: 1, wins: 0 } });
    reacts("a", 3, "r6", 1);
    reacts("b", 3, "r7", 1);
    expect(author()).toMatchObject({ points: 900_00, series: { wins: 2, losses: 0, judges: 0 } });
    reacts("c", 2, "r8", 1);
    expect(author()).toMatchObject({ tier: 1, series: { judges: 2 } });
    reacts("d", 1, "r8", 1);
    expect(author()).toMatchObject({ tier: 2, points: 1125_00, series: null });
    expect(fold.notes).toContainEqual({ about: "member-tier", user: "author", from: 1, to: 2 });
  });

  test("seats nobody twice, and nobody by a review that was used three times", () => {
    reacts("a", 2, "r6", 1);
    reacts("a", 2, "r7", 1);
    expect(author().series).toMatchObject({ judges: 2 });
    reacts("b", 1, "r6", 1);
    expect(author().series).toMatchObject({ wins: 1, judges: 0 });
    reacts("c", 4, "r6", 1);
    expect(author().series).toMatchObject({ wins: 1, judges: 0 });
  });

  test("does not seat newcomers, and hears nothing of a reaction that changes", () => {
    act({ type: "react_set", user: "newcomer", review: "r6", v: -1 });
    reacts("a", 2, "r6", 1);
    act({ type: "react_set", user: "a0", review: "r6", v: -1 });
    expect(author().series).toMatchObject({ judges: 2, liked: 2000, total: 2000 });
  });

  test("keeps a seat for proven members once there are thirty", () => {
    for (let index = 0; index < 30; index++) act({ type: "seed_tier", user: `proven${index}`, tier: 2 });
    reacts("a", 3, "r6", 1);
    expect(author().series).toMatchObject({ judges: 2, lay: 2, wins: 0 });
    reacts("proven", 1, "r6", 1, 2);
    expect(author().series).toMatchObject({ judges: 0, wins: 1 });
  });

  test("leaves the points where they are, whatever goes", () => {
    act({ type: "react_set", user: "0-0", review: "r0", v: -1 });
    act({ type: "void_user", user: "1-0" });
    act({ type: "review_delete", review: "r2" });
    expect(author()).toMatchObject({ points: 900_00, series: { wins: 0, losses: 0 } });
  });

  test("lost with a win leaves the win for the next one", () => {
    reacts("a", 3, "r6", 1);
    for (const [index, name] of ["b", "c", "d"].entries()) reacts(name, 3, `r${7 + index}`, -1);
    expect(author()).toMatchObject({ tier: 1, points: 705_00, helper: 1, series: null });
  });

  test("is lost at a strike, without a win in hand, and the strike counts", () => {
    reacts("a", 3, "r6", 1);
    act({ type: "strike", user: "author", level: 1 });
    expect(author()).toMatchObject({ tier: 1, points: 665_00, helper: 0, series: null });
  });

  test("vanishes with the account, and at the last strike", () => {
    act({ type: "strike", user: "author", level: 3 });
    expect(author()).toMatchObject({ tier: 0, points: 125_00, helper: 0, series: null });
    act({ type: "user_delete", user: "author" });
    expect(act({ type: "strike", user: "author", level: 1 })).toBe("ignored");
    expect(act({ type: "vote_set", user: "author", film: "f1", v: 1 })).toBe("ignored");
    expect(fold.films.get("f1")).toMatchObject({ proven: { w: 0 }, main: { w: 0 }, epoch: { w: 0 } });
  });
});

describe("a demotion series", () => {
  beforeEach(() => toTheEnd(-1));

  test("is survived at somewhat less than average reception", () => {
    expect(author()).toMatchObject({ tier: 1, points: 250_00, series: { direction: -1 } });
    for (const [index, name] of ["a", "b", "c"].entries()) {
      reacts(name, 2, `r${6 + index}`, 1);
      reacts(`${name}-`, 1, `r${6 + index}`, -1);
    }
    expect(author()).toMatchObject({ tier: 1, points: 412_50, series: null });
  });

  test("loses one game at a first strike and all at a second, which cost nothing besides", () => {
    act({ type: "strike", user: "author", level: 1 });
    expect(author()).toMatchObject({ points: 250_00, series: { games: "l", losses: 1 } });
    act({ type: "strike", user: "author", level: 2 });
    expect(author()).toMatchObject({ tier: 0, points: 187_50, series: null });
  });
});

test("a deleted review takes its gains with it, and leaves its losses", () => {
  for (const [review, v] of [
    ["gain", 1],
    ["loss", -1],
  ] as const) {
    act({ type: "review_put", user: "author", film: review, review, aspects, chars: 400 });
    reacts(review, 2, review, v);
  }
  const { points } = author();
  const [gain, loss] = ["gain", "loss"].map((review) => fold.reviews.get(review)!.points);
  expect([Math.sign(gain!), Math.sign(loss!)]).toEqual([1, -1]);
  act({ type: "review_delete", review: "loss" });
  expect(author().points).toBe(points);
  act({ type: "review_delete", review: "gain" });
  expect(author().points).toBe(points - gain!);
  expect(act({ type: "react_set", user: "gain0", review: "gain", v: -1 })).toBe("dropped");
  expect(act({ type: "review_put", user: "author", film: "gain", review: "gain", aspects, chars: 1 })).toBe(
    "dropped",
  );
});

test("a voided member's votes and reactions never were; the weight can come back", () => {
  act({ type: "review_put", user: "author", film: "f", review: "r", aspects, chars: 400 });
  reacts("a", 1, "r", 1);
  act({ type: "vote_set", user: "a0", film: "g", v: -1 });
  act({ type: "void_user", user: "a0" });
  expect(author().points).toBe(600_00);
  expect(fold.reviews.get("r")).toMatchObject({ likes: 0, points: 0 });
  expect(fold.films.get("g")!.epoch.w).toBe(0);
  expect(act({ type: "react_set", user: "a0", review: "r", v: 1 })).toBe("ignored");
  act({ type: "restore_user", user: "a0" });
  expect(fold.films.get("g")!.epoch.w).toBe(1000);
  expect(author().points).toBe(600_00);
});
