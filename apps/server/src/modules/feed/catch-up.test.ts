import fc from "fast-check";
import { expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";

interface CatchUp {
  since: string | null;
  upTo: string | null;
  looked: number;
  more: boolean;
  groups: {
    reason: object;
    rest: number;
    items: { reason: object; post: { id: string; counts: { comments: number } } }[];
  }[];
}

const server = testServer();
const { as, given } = server;
const catchUp = async (person: Person, query = ""): Promise<CatchUp> =>
  (await as(person).get(`/feeds/catch-up${query}`)).json();
const read = (person: Person | null, upTo: string) => as(person).put("/feeds/home/read", { upTo });

test("holds exactly the newer posts of the home, each once", { timeout: 60_000 }, async () => {
  const step = fc.record({
    who: fc.integer({ min: 0, max: 2 }),
    tag: fc.constantFrom("", " #고양이"),
    fate: fc.constantFrom("stay", "stay", "hide", "delete"),
  });
  const change = fc.constantFrom("none", "block", "mute", "unfollow");
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 2, maxLength: 9 }),
      fc.nat(8),
      change,
      async (steps, nth, last) => {
        const people = [await given.person(), await given.person(), await given.person()];
        const [me, friend] = people as [Person, Person, Person];
        await given.follow(me, friend);
        await as(me).put(`/tags/${encodeURIComponent("고양이")}/follow`);
        const made: string[] = [];
        for (const { who, tag, fate } of steps) {
          const { id } = await given.post(people[who]!, `글${tag}`);
          made.push(id);
          if (fate === "hide") await as(people[who]!).put(`/posts/${id}/hidden`);
          if (fate === "delete") await as(people[who]!).delete(`/posts/${id}`);
        }
        if (last === "block" || last === "mute") await as(me).put(`/accounts/${friend.handle}/${last}`);
        if (last === "unfollow") await as(me).delete(`/accounts/${friend.handle}/follow`);
        await server.arrived();
        const from = nth % made.length;
        const reasonOf = ({ who, tag, fate }: (typeof steps)[number]) => {
          const isTurnedAway = who === 1 && (last === "block" || last === "mute");
          if (who === 0) return fate === "delete" ? undefined : "own";
          if (fate !== "stay" || isTurnedAway) return undefined;
          if (who === 1 && last !== "unfollow") return "follows";
          return tag ? "tag" : undefined;
        };
        const expected = made
          .map((id, index) => ({ id, reason: index > from ? reasonOf(steps[index]!) : undefined }))
          .filter(({ reason }) => reason !== undefined)
          .toReversed();

        const news = expected.filter(({ reason }) => reason !== "own");

        const since = made[from]!;
        const answer = await catchUp(me, `?since=${since}`);
        expect(answer).toMatchObject({ looked: news.length, upTo: expected[0]?.id ?? null, more: false });
        const shown = answer.groups.flatMap(({ items }) =>
          items.map(({ post, reason }) => ({ id: post.id, reason: Object.keys(reason)[0] })),
        );
        const rest = answer.groups.reduce((sum, group) => sum + group.rest, 0);
        expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
        expect(shown.length + rest).toBe(news.length);
        expect(news).toEqual(expect.arrayContaining(shown));

        const page = (await as(me).get(`/feeds/home?limit=50&reasons=true&since=${since}`)).json<{
          items: { id: string; reason: object }[];
        }>();
        expect(page.items.map(({ id, reason }) => ({ id, reason: Object.keys(reason)[0] }))).toEqual(
          expected,
        );
      },
    ),
    { numRuns: 15 },
  );
});

test("groups by person and tag, most answered first, and says why", async () => {
  const [me, friend, stranger] = [await given.person(), await given.person(), await given.person()];
  await given.follow(me, friend);
  await as(me).put(`/tags/${encodeURIComponent("마루")}/follow`);
  const start = await given.post(friend, "떠나기 전");
  expect((await read(me, start.id)).statusCode).toBe(204);
  const answered = await given.post(friend, "댓글이 달릴 글");
  for (let index = 0; index < 6; index++) await given.post(friend, "조용한 글");
  const tagged = await given.post(stranger, "마루를 닦았어요 #마루");
  await as(stranger).post(`/posts/${answered.id}/comments`, { text: "멋져요" });
  await server.settle();
  const answer = await catchUp(me);
  expect(answer).toMatchObject({ since: start.id, upTo: tagged.id, looked: 8, more: false });
  expect(answer.groups.map(({ reason, rest }) => ({ reason, rest }))).toEqual([
    { reason: { follows: friend.handle }, rest: 2 },
    { reason: { tag: "마루" }, rest: 0 },
  ]);
  expect(answer.groups[0]!.items[0]!.post.id).toBe(answered.id);
  expect((await read(me, tagged.id)).statusCode).toBe(204);
  expect((await read(me, start.id)).statusCode).toBe(204);
  expect(await catchUp(me)).toMatchObject({ since: tagged.id, upTo: null, looked: 0, groups: [] });
});

test("counts what was missed, up to fifty", async () => {
  const [me, friend] = [await given.person(), await given.person()];
  const missed = async () => (await as(me).get("/feeds/home/missed")).json<object>();
  await given.follow(me, friend);
  const start = await given.post(friend, "떠나기 전");
  expect(await missed()).toEqual({ since: null, count: 0, more: false });
  await read(me, start.id);
  expect(await missed()).toEqual({ since: start.id, count: 0, more: false });
  const later = await Promise.all(Array.from({ length: 51 }, () => given.post(friend, "그 뒤의 글")));
  await as(friend).put(`/posts/${later[0]!.id}/hidden`);
  await server.arrived();
  expect(await missed()).toEqual({ since: start.id, count: 50, more: false });
  await given.post(friend, "하나 더");
  await server.arrived();
  expect(await missed()).toEqual({ since: start.id, count: 50, more: true });
});

test("refuses what is no post that one may see", async () => {
  const [me, other] = [await given.person(), await given.person()];
  const hidden = await given.post(other, "숨길 글");
  await as(other).put(`/posts/${hidden.id}/hidden`);
  for (const [upTo, status] of [
    [hidden.id, 404],
    ["9007199254740991", 404],
    ["x", 400],
  ] as const) {
    expect((await read(me, upTo)).statusCode).toBe(status);
  }
  expect((await read(null, hidden.id)).statusCode).toBe(401);
  expect((await as(null).get("/feeds/catch-up")).statusCode).toBe(401);
  expect((await as(null).get("/feeds/home/missed")).statusCode).toBe(401);
  expect((await catchUp(me)).since).toBeNull();
});
