import { beforeAll, expect, test } from "vitest";
import { givenCat } from "../../../test/cats.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;
let owner: Person;
let partner: Person;
let stranger: Person;

beforeAll(async () => {
  owner = await given.person("owner");
  partner = await given.person("partner");
  stranger = await given.person("stranger");
});

const invite = (catId: string, from: Person, to: Person) =>
  as(from).post(`/cats/${catId}/invitations`, { handle: to.handle });
const accept = (catId: string, who: Person) => as(who).put(`/cats/${catId}/invitations/accept`);
const leave = (catId: string, who: Person, whom = who) =>
  as(who).delete(`/cats/${catId}/people/${whom.handle}`);
const peopleOf = async (catId: string) =>
  (await as(null).get(`/cats/${catId}`))
    .json<{ people: { handle: string }[] }>()
    .people.map(({ handle }) => handle);
const shared = async () => {
  const cat = await givenCat(server, owner);
  await invite(cat.id, owner, partner);
  expect((await accept(cat.id, partner)).statusCode).toBe(200);
  return cat;
};

test("whom one of its people invites, and who accepts, may do what they may, until they leave", async () => {
  const cat = await givenCat(server, owner, { private: true });
  expect((await as(partner).get(`/cats/${cat.id}`)).statusCode).toBe(404);
  expect((await accept(cat.id, partner)).statusCode).toBe(404);
  const first = await invite(cat.id, owner, partner);
  expect(first.statusCode).toBe(201);
  expect((await invite(cat.id, owner, partner)).json()).toEqual(first.json());
  expect(
    (await as(owner).get(`/cats/${cat.id}/invitations`)).json<{ items: object[] }>().items,
  ).toMatchObject([{ account: { handle: "partner" } }]);
  expect((await as(partner).get("/cats/invitations")).json<{ items: object[] }>().items).toMatchObject([
    { cat: { id: cat.id, viewer: { invited: true, isMine: false } }, from: { handle: "owner" } },
  ]);
  expect((await as(partner).patch(`/cats/${cat.id}`, { name: "콩" })).statusCode).toBe(403);

  expect((await accept(cat.id, partner)).json()).toMatchObject({ viewer: { isMine: true, invited: false } });
  expect((await accept(cat.id, partner)).statusCode).toBe(200);
  expect((await as(partner).patch(`/cats/${cat.id}`, { name: "콩", private: false })).statusCode).toBe(200);
  expect(await peopleOf(cat.id)).toEqual(["owner", "partner"]);
  expect((await as(partner).get("/accounts/partner/cats")).json<{ items: object[] }>().items).toHaveLength(1);

  expect((await leave(cat.id, owner, partner)).statusCode).toBe(403);
  expect((await leave(cat.id, partner)).statusCode).toBe(204);
  expect((await as(partner).patch(`/cats/${cat.id}`, { name: "팥" })).statusCode).toBe(403);
  expect((await invite(cat.id, partner, stranger)).statusCode).toBe(403);
  expect((await as(partner).delete(`/cats/${cat.id}`)).statusCode).toBe(403);
  const last = await leave(cat.id, owner);
  expect([last.statusCode, last.json<{ type: string }>().type]).toEqual([409, "/problems/last-person"]);
});

test("an invitation is declined, taken back, and goes with whoever sent it", async () => {
  const cat = await shared();
  const open = async () =>
    (await as(owner).get(`/cats/${cat.id}/invitations`)).json<{ items: object[] }>().items.length;
  await invite(cat.id, owner, stranger);
  expect((await as(stranger).delete(`/cats/${cat.id}/invitations/stranger`)).statusCode).toBe(204);
  expect([await open(), (await accept(cat.id, stranger)).statusCode]).toEqual([0, 403]);
  await invite(cat.id, partner, stranger);
  expect((await as(owner).delete(`/cats/${cat.id}/invitations/stranger`)).statusCode).toBe(204);
  expect((await as(owner).delete(`/cats/${cat.id}/invitations/stranger`)).statusCode).toBe(204);
  await invite(cat.id, partner, stranger);
  expect((await as(stranger).delete(`/cats/${cat.id}/invitations/partner`)).statusCode).toBe(403);
  await leave(cat.id, partner);
  expect([await open(), (await accept(cat.id, stranger)).statusCode]).toEqual([0, 403]);
  expect(await peopleOf(cat.id)).toEqual(["owner"]);
});

test("only its people invite; whoever is there already or blocked is not invited", async () => {
  const cat = await shared();
  const [one, other] = [await given.person(), await given.person()];
  expect((await invite(cat.id, stranger, one)).statusCode).toBe(403);
  expect((await invite(cat.id, owner, partner)).statusCode).toBe(409);
  expect((await invite(cat.id, owner, owner)).statusCode).toBe(409);
  expect((await as(owner).post(`/cats/${cat.id}/invitations`, { handle: "nobody_here" })).statusCode).toBe(
    404,
  );
  await as(one).put("/accounts/owner/block");
  expect((await invite(cat.id, owner, one)).statusCode).toBe(404);
  await as(partner).put(`/accounts/${other.handle}/block`);
  expect((await invite(cat.id, owner, other)).statusCode).toBe(409);
  expect((await as(stranger).get(`/cats/${cat.id}/invitations`)).statusCode).toBe(403);
  expect((await as(null).get(`/cats/${cat.id}/invitations`)).statusCode).toBe(401);
});

test("a block after the invitation ends it", async () => {
  const cat = await shared();
  const invited = await given.person();
  await invite(cat.id, owner, invited);
  await as(partner).put(`/accounts/${invited.handle}/block`);
  expect((await accept(cat.id, invited)).statusCode).toBe(404);
  expect((await as(invited).get("/cats/invitations")).json()).toMatchObject({ items: [] });
});

test("all of its people leave at once: one stays", async () => {
  for (let round = 0; round < 5; round++) {
    const cat = await shared();
    const answers = await Promise.all([leave(cat.id, owner), leave(cat.id, partner)]);
    expect(answers.map((answer) => answer.statusCode).sort((one, other) => one - other)).toEqual([204, 409]);
    expect(await peopleOf(cat.id)).toHaveLength(1);
  }
});

test("all of its people delete their accounts at once: the cat goes, and none is left behind", async () => {
  for (let round = 0; round < 3; round++) {
    const [one, two] = [await given.person(), await given.person()];
    const [alone, both] = [await givenCat(server, one), await givenCat(server, one)];
    await invite(both.id, one, two);
    await accept(both.id, two);
    const answers = await Promise.all(
      [one, two].map((who) => as(who).delete("/me", { password: who.password })),
    );
    expect(answers.map((answer) => answer.statusCode)).toEqual([204, 204]);
    for (const { id } of [alone, both]) expect((await as(null).get(`/cats/${id}`)).statusCode).toBe(404);
  }
  const { rows } = await server.maru.platform.pool.query(
    "select (select count(*)::int from cat c where not exists (select from cat_person where cat_id = c.id)) as left_behind, (select count(*)::int from topic t where not exists (select from cat where id = t.id)) as topics",
  );
  expect(rows).toEqual([{ left_behind: 0, topics: 0 }]);
});

test("when one of two deletes their account the cat stays with the other, and accepting meanwhile loses nothing", async () => {
  for (let round = 0; round < 5; round++) {
    const [one, two] = [await given.person(), await given.person()];
    const cat = await givenCat(server, one);
    await invite(cat.id, one, two);
    const [gone, came] = await Promise.all([
      as(one).delete("/me", { password: one.password }),
      accept(cat.id, two),
    ]);
    expect(gone!.statusCode).toBe(204);
    const after = await as(two).get(`/cats/${cat.id}`);
    const names = after.statusCode === 200 ? await peopleOf(cat.id) : [];
    expect([came!.statusCode, after.statusCode, names]).toEqual(
      came!.statusCode === 200 ? [200, 200, [two.handle]] : [404, 404, []],
    );
  }
});
