import fc from "fast-check";
import { expect, test } from "vitest";
import { demoPeople } from "./content/index.ts";
import { guide, planCommunity, topOf } from "./plan.ts";
import { history } from "./timing.ts";

const now = Date.UTC(2026, 4, 13, 3, 20);

test("the same moment gives the same community", () => {
  expect(planCommunity(now, [])).toEqual(planCommunity(now, []));
});

test("whenever it is made, everything happens in order and before now", () => {
  const moment = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2035, 0, 1) });
  fc.assert(
    fc.property(moment, (at) => {
      const { joined, posts, follows, likes, bookmarks, views } = planCommunity(at, []);
      posts.forEach((post, place) => {
        expect(post.at).toBeGreaterThanOrEqual(posts[place - 1]?.at ?? at - history);
        expect(post.at).toBeLessThan(at);
        expect(post.at).toBeGreaterThan(joined.get(post.by)!);
        expect(post.at).toBeGreaterThan(posts[post.parent ?? -1]?.at ?? 0);
      });
      for (const { by, whom, at: then } of follows) {
        expect(then).toBeGreaterThanOrEqual(Math.max(joined.get(by)!, joined.get(whom)!));
        expect(then).toBeLessThan(at);
      }
      for (const mark of [...likes, ...bookmarks, ...views]) {
        expect(mark.at).toBeGreaterThanOrEqual(Math.max(posts[mark.post]!.at, joined.get(mark.by)!));
        expect(mark.at).toBeLessThanOrEqual(at);
      }
    }),
    { numRuns: 12 },
  );
});

test("nobody follows, likes or keeps twice, or themselves", () => {
  const { posts, follows, likes, bookmarks } = planCommunity(now, []);
  expect(new Set(follows.map(({ by, whom }) => `${by} ${whom}`)).size).toBe(follows.length);
  expect(follows.some(({ by, whom }) => by === whom)).toBe(false);
  for (const marks of [likes, bookmarks]) {
    expect(new Set(marks.map(({ by, post }) => `${by} ${post}`)).size).toBe(marks.length);
    expect(marks.some(({ by, post }) => posts[post]!.by === by)).toBe(false);
  }
});

test("what is for followers is answered and liked by followers only", () => {
  const { posts, follows, likes } = planCommunity(now, []);
  const pairs = new Set(follows.map(({ by, whom }) => `${by} ${whom}`));
  const closed = posts.filter((post) => post.closed);
  expect(closed.length).toBeGreaterThan(5);
  const mayRead = (by: string, post: (typeof posts)[number]) => {
    const author = topOf(posts, post).by;
    return by === author || pairs.has(`${by} ${author}`);
  };
  for (const post of closed) expect(mayRead(post.by, post), post.text).toBe(true);
  const shut = likes.filter(({ post }) => posts[post]!.closed);
  expect(shut.length).toBeGreaterThan(5);
  expect(shut.filter(({ by, post }) => !mayRead(by, posts[post]!))).toEqual([]);
});

test("the guide's home is full, and the last day is busy", () => {
  const { posts, follows } = planCommunity(now, []);
  expect(follows.filter(({ by }) => by === guide).length).toBeGreaterThan(demoPeople.length / 2);
  const lately = posts.filter((post) => post.parent === undefined && post.at > now - 86_400_000);
  expect(lately.length).toBeGreaterThan(7);
  expect(posts[0]!.by).toBe(guide);
});

test("what speaks of a day of the week was said on it", () => {
  const weekday = (at: number) => new Date(at + 9 * 3_600_000).getUTCDay();
  const said = (text: string) => planCommunity(now, []).posts.find((post) => post.text.startsWith(text))!;
  expect(weekday(said("월요일 아침 회의에서").at)).toBe(1);
  expect(weekday(said("수요일 저녁 개천 달리기").at)).toBe(3);
});
