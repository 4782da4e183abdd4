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
const idsOf = ({ groups }: CatchUp) => groups.flatMap(({ items }) => items.map(({ post }) => post.id));
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
        const since = made[nth % made.length]!;
        const newer = (await as(me).get(`/feeds/home?limit=50&since=${since}`)).json<{
          items: { id: string }[];
        }>();
        const answer = await catchUp(me, `?since=${since}`);
        expect(answer.looked).toBe(newer.items.length);
        const shown = idsOf(answer);
        const rest = answer.groups.reduce((sum, group) => sum + group.rest, 0);
        const expected = newer.items.map(({ id }) => id);
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown.length + rest).toBe(expected.length);
        expect(expected).toEqual(expect.arrayContaining(shown));
        expect(answer.upTo).toBe(expected[0] ?? null);
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
  expect((await catchUp(me)).since).toBeNull();
});
