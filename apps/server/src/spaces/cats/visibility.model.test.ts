import fc from "fast-check";
import { expect, test } from "vitest";
import { givenCat } from "../../../test/cats.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given, settle } = server;

const size = 4;
const who = fc.nat(size - 1);
const act = <const Name extends string>(name: Name) => fc.constant(name);
const step = fc.oneof(
  fc.record({ act: act("block"), who, whom: who, on: fc.boolean() }),
  fc.record({ act: act("follow"), who, whom: who, on: fc.boolean() }),
  fc.record({ act: act("account"), who, on: fc.boolean() }),
  fc.record({ act: act("suspend"), who, on: fc.boolean() }),
  fc.record({ act: act("cat"), who, on: fc.boolean() }),
  fc.record({ act: act("invite"), who, whom: who }),
  fc.record({ act: act("decline"), who, whom: who }),
  fc.record({ act: act("accept"), who }),
  fc.record({ act: act("leave"), who }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Who sees a cat, as plainly as it can be said. */
function createModel() {
  const indexes = [...Array(size).keys()];
  const table = () => indexes.map(() => indexes.map(() => false));
  const [blocks, follows, requests] = [table(), table(), table()];
  const isPrivate = indexes.map(() => false);
  const isAway = indexes.map(() => false);
  let catIsPrivate = false;
  let people = [0];
  const invited = new Map<number, number>();

  const isApart = (one: number, other: number) => blocks[one]![other]! || blocks[other]![one]!;
  function sees(one: number | null): boolean {
    const isOpen = !catIsPrivate && people.some((person) => !isPrivate[person] && !isAway[person]);
    if (one === null) return isOpen;
    if (people.includes(one)) return true;
    if (people.some((person) => isApart(one, person))) return false;
    const present = people.filter((person) => !isAway[person]);
    return (
      isOpen || (invited.has(one) && present.length > 0) || present.some((person) => follows[one]![person])
    );
  }

  return {
    sees,
    isAway: (one: number | null) => one !== null && isAway[one]!,
    act(one: Step): void {
      if (one.act === "suspend") {
        isAway[one.who] = one.on;
        return;
      }
      // Whoever is suspended does nothing, and nobody does anything with them.
      if (isAway[one.who] || ("whom" in one && isAway[one.whom])) return;
      if (one.act === "account") {
        isPrivate[one.who] = one.on;
        for (const asker of indexes)
          if (!one.on && requests[asker]![one.who]) {
            requests[asker]![one.who] = false;
            follows[asker]![one.who] = true;
          }
      } else if (one.act === "cat") {
        if (people.includes(one.who)) catIsPrivate = one.on;
      } else if (one.act === "block") {
        if (one.who === one.whom || (blocks[one.whom]![one.who] && !blocks[one.who]![one.whom])) return;
        blocks[one.who]![one.whom] = one.on;
        if (one.on)
          for (const [from, to] of [
            [one.who, one.whom],
            [one.whom, one.who],
          ] as const)
            follows[from]![to] = requests[from]![to] = false;
      } else if (one.act === "follow") {
        if (one.who === one.whom || isApart(one.who, one.whom)) return;
        if (!one.on) follows[one.who]![one.whom] = requests[one.who]![one.whom] = false;
        else if (!follows[one.who]![one.whom])
          (isPrivate[one.whom] ? requests : follows)[one.who]![one.whom] = true;
      } else if (one.act === "invite") {
        const mayInvite = people.includes(one.who) && !people.includes(one.whom) && !invited.has(one.whom);
        if (mayInvite && !people.some((person) => isApart(person, one.whom))) invited.set(one.whom, one.who);
      } else if (one.act === "decline") {
        if (one.who === one.whom || people.includes(one.who)) invited.delete(one.whom);
      } else if (one.act === "accept") {
        if (!invited.has(one.who) || !sees(one.who)) return;
        invited.delete(one.who);
        people.push(one.who);
      } else if (people.includes(one.who) && people.length > 1) {
        people = people.filter((person) => person !== one.who);
        for (const [whom, from] of invited) if (from === one.who) invited.delete(whom);
      }
    },
  };
}

async function take(people: Person[], catId: string, one: Step): Promise<void> {
  if (one.act === "suspend") {
    const person = people[one.who]!;
    const { suspend, restore } = server.maru.operator;
    if (one.on) return suspend(Number(person.id), { reason: "" });
    await restore(Number(person.id), "");
    const { handle: login, password } = person;
    person.token = (await as(null).post("/sessions", { login, password })).json<{ token: string }>().token;
    return;
  }
  const me = as(people[one.who]!);
  if (one.act === "account") return void (await me.patch("/me", { isPrivate: one.on }));
  if (one.act === "cat") return void (await me.patch(`/cats/${catId}`, { private: one.on }));
  if (one.act === "accept") return void (await me.put(`/cats/${catId}/invitations/accept`));
  if (one.act === "leave") return void (await me.delete(`/cats/${catId}/people/${people[one.who]!.handle}`));
  const { handle } = people[one.whom]!;
  if (one.act === "invite") return void (await me.post(`/cats/${catId}/invitations`, { handle }));
  if (one.act === "decline") return void (await me.delete(`/cats/${catId}/invitations/${handle}`));
  await me[one.on ? "put" : "delete"](`/accounts/${handle}/${one.act}`);
}

test(
  "whatever people do, a cat is seen by those who may see it, in every way there is",
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const people = await Promise.all([...Array(size).keys()].map(() => given.person()));
        const cat = await givenCat(server, people[0]!, { name: `고양이 ${people[0]!.handle}` });
        const model = createModel();
        for (const one of steps) {
          await take(people, cat.id, one);
          model.act(one);
        }
        await settle();
        for (const who of [null, 0, 1, 2, 3]) {
          if (model.isAway(who)) continue;
          const me = as(who === null ? null : people[who]!);
          const expected = model.sees(who);
          const page = await me.get(`/cats/${cat.id}`);
          expect(page.statusCode, `${who} ${JSON.stringify(steps)}`).toBe(expected ? 200 : 404);
          const ids = async (path: string) =>
            (await me.get(path)).json<{ items: { id: string }[] }>().items.map(({ id }) => id);
          expect((await ids("/cats?limit=50")).includes(cat.id), `list ${who}`).toBe(expected);
          expect((await me.get(`/cats/${cat.id}/posts`)).statusCode).toBe(page.statusCode);
          const tagged =
            who === null
              ? expected
              : (await me.post("/posts", { text: "글", catIds: [cat.id] })).statusCode === 201;
          expect(tagged, `tag ${who}`).toBe(expected);
          const found = (await me.get(`/search?type=cats&q=${people[0]!.handle}`)).json<{
            cats: { items: { id: string }[] };
          }>();
          // Only what is for everybody is found, and that by those who may see it.
          expect(found.cats.items.length, `found ${who}`).toBe(model.sees(null) && expected ? 1 : 0);
        }
      }),
      { numRuns: 16 },
    );
  },
);
