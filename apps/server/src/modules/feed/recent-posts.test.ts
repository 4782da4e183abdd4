import fc from "fast-check";
import { expect, test } from "vitest";
import { isAfter, type LogPoint } from "../../platform/events/reader.ts";
import type { Relations } from "../people/index.ts";
import { createRecentPosts } from "./recent-posts.ts";

const relations = (following: number[], tags: string[], topics: number[]) =>
  ({ accountId: 1, following, tags: new Set(tags), topics }) as unknown as Relations;

const kept = fc.record({
  place: fc.record({ xid: fc.bigInt({ min: 0n, max: 40n }), id: fc.nat(3) }),
  arrival: fc.record({
    postId: fc.nat(1000),
    authorId: fc.constantFrom(null, 1, 2, 3),
    tags: fc.uniqueArray(fc.constantFrom("a", "b"), { maxLength: 2 }),
    topics: fc.uniqueArray(fc.constantFrom(7, 8), { maxLength: 2 }),
  }),
});
const compare = (one: { place: LogPoint }, other: { place: LogPoint }) =>
  isAfter(one.place, other.place) ? 1 : -1;

test("what it says that it knows, it knows, whatever was forgotten and in whatever order it came", () => {
  fc.assert(
    fc.property(
      fc.array(kept, { maxLength: 60 }),
      fc.array(kept, { maxLength: 30 }),
      fc.integer({ min: 1, max: 20 }),
      fc.nat(60),
      fc.bigInt({ min: 0n, max: 40n }),
      fc.subarray([2, 3]),
      fc.subarray(["a", "b"]),
      fc.subarray([7, 8]),
      (heard, old, max, completeAt, from, following, tags, topics) => {
        const recent = createRecentPosts(max);
        const since = { xid: 0n, id: -1 };
        for (const [index, { place, arrival }] of heard.entries()) {
          if (index === completeAt) recent.complete(old.toSorted(compare), since);
          recent.add(place, arrival);
        }
        if (completeAt >= heard.length) recent.complete(old.toSorted(compare), since);
        const place = { xid: from, id: 1 };
        fc.pre(recent.reachesBack(place));
        const wanted = [...heard, ...old].filter(
          (one) =>
            isAfter(one.place, place) &&
            (one.arrival.authorId === 1 ||
              following.includes(one.arrival.authorId ?? 0) ||
              one.arrival.tags.some((tag) => tags.includes(tag)) ||
              one.arrival.topics.some((topic) => topics.includes(topic))),
        );
        expect(new Set(recent.after(place, relations(following, tags, topics)))).toEqual(
          new Set(wanted.map((one) => one.arrival.postId)),
        );
      },
    ),
    { numRuns: 2000 },
  );
});

test("it reaches back to nothing before the log was read, and not behind what it has forgotten", () => {
  const recent = createRecentPosts(10);
  const at = (xid: number) => ({ xid: BigInt(xid), id: 0 });
  recent.add(at(5), { postId: 5, authorId: 2, tags: [], topics: [] });
  expect(recent.reachesBack(at(5))).toBe(false);
  recent.complete([], at(3));
  expect([2, 3, 4].map((xid) => recent.reachesBack(at(xid)))).toEqual([false, true, true]);
  for (let xid = 6; xid < 40; xid++) recent.add(at(xid), { postId: xid, authorId: 2, tags: [], topics: [] });
  expect(recent.reachesBack(at(5))).toBe(false);
  expect(recent.reachesBack(at(38))).toBe(true);
  expect([38, 31].map((xid) => recent.isOld(at(xid)))).toEqual([false, true]);
});
