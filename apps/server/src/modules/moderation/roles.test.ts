import { beforeAll, describe, expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";
import type { Role } from "../../platform/database/tables.ts";

const server = testServer();
const { as, given } = server;

/** Somebody of a role, as the operator makes them. */
async function personOf(role: Role): Promise<Person> {
  const person = await given.person();
  await server.maru.operator.setRole(Number(person.id), role);
  return person;
}

const roles = ["member", "moderator", "admin", "owner"] as const;
let people: Record<Role, Person>;

beforeAll(async () => {
  people = {
    member: await personOf("member"),
    moderator: await personOf("moderator"),
    admin: await personOf("admin"),
    owner: await personOf("owner"),
  };
});

const routes = [
  ["get", "/moderation/waiting", "moderator"],
  ["get", "/moderation/reports", "moderator"],
  ["get", "/moderation/reports/1", "moderator"],
  ["put", "/moderation/reports/1/claim", "moderator"],
  ["delete", "/moderation/reports/1/claim", "moderator"],
  ["post", "/moderation/reports/1/decision", "moderator"],
  ["put", "/moderation/decisions/1/undone", "moderator"],
  ["get", "/moderation/appeals", "moderator"],
  ["post", "/moderation/appeals/1/decision", "moderator"],
  ["get", "/moderation/members", "moderator"],
  ["get", "/moderation/members/nobody", "moderator"],
  ["post", "/moderation/members/nobody/decisions", "moderator"],
  ["put", "/moderation/members/nobody/restored", "moderator"],
  ["put", "/admin/members/nobody/role", "admin"],
  ["post", "/admin/members/nobody/password-reset", "admin"],
  ["get", "/admin/audit", "admin"],
  ["get", "/admin/figures", "admin"],
] as const;
const bodies: Record<string, object> = {
  "/moderation/reports/1/decision": { action: "none" },
  "/moderation/appeals/1/decision": { outcome: "granted" },
  "/moderation/members/nobody/decisions": { action: "warn", reason: "why" },
  "/admin/members/nobody/role": { role: "moderator" },
};

describe.each(routes)("%s %s", (method, path, least) => {
  const call = (person: Person | null) =>
    method === "get" ? as(person).get(path) : as(person)[method](path, bodies[path]);

  test.each(roles)(`is for a ${least} and above: %s`, async (role) => {
    const { statusCode } = await call(people[role]);
    const isRefused = roles.indexOf(role) < roles.indexOf(least);
    expect({ role, isRefused: statusCode === 403 }).toEqual({ role, isRefused });
    expect([200, 403, 404]).toContain(statusCode);
  });

  test("and for nobody who is signed out", async () => {
    expect((await call(null)).statusCode).toBe(401);
  });
});

describe("a role", () => {
  const give = (by: Person, to: Person, role: Role) =>
    as(by).put(`/admin/members/${to.handle}/role`, { role });

  /** Who may turn whom into what: the actor's role, the other's, the new one. */
  const may = (actor: Role, before: Role, role: Role) =>
    actor === "owner" ||
    (actor === "admin" && [before, role].every((one) => one === "member" || one === "moderator"));

  test.each(
    roles.flatMap((actor) => roles.flatMap((before) => roles.map((role) => [actor, before, role] as const))),
  )("%s turns %s into %s", async (actor, before, role) => {
    const other = await personOf(before);
    const { statusCode } = await give(people[actor], other, role);
    expect(statusCode).toBe(may(actor, before, role) ? 200 : 403);
    expect((await as(other).get("/me")).json()).toMatchObject({
      role: may(actor, before, role) ? role : before,
    });
  });

  test("is nobody's own to change, whoever they are", async () => {
    for (const role of ["admin", "owner"] as const)
      expect((await give(people[role], people[role], "member")).json()).toMatchObject({
        type: "/problems/oneself",
      });
  });

  test("that was taken ends at the next request", async () => {
    const moderator = await personOf("moderator");
    expect((await as(moderator).get("/moderation/reports")).statusCode).toBe(200);
    await give(people.owner, moderator, "member");
    expect((await as(moderator).get("/moderation/reports")).statusCode).toBe(403);
  });

  test("of the site is one in films too", async () => {
    for (const role of roles)
      expect((await as(people[role]).get("/films/permissions")).json()).toEqual({
        moderator: role !== "member",
      });
  });

  test("is in the log, with what it was", async () => {
    const other = await given.person();
    await give(people.admin, other, "moderator");
    const { items } = (await as(people.admin).get(`/admin/audit?action=role&query=${other.handle}`)).json<{
      items: object[];
    }>();
    expect(items).toMatchObject([
      {
        action: "role",
        via: "site",
        actor: { handle: people.admin.handle },
        account: { handle: other.handle },
        detail: { before: "member", role: "moderator" },
      },
    ]);
  });
});

describe("the last owner", () => {
  test("stays one, and stays; of two owners who leave at once one is left", async () => {
    const pool = server.maru.platform.pool;
    await pool.query("update account set role = 'member' where role = 'owner'");
    const [one, two] = [await personOf("owner"), await personOf("owner")];
    const left = await Promise.all([
      as(one).delete("/me", { password: one.password }),
      as(two).delete("/me", { password: two.password }),
    ]);
    expect(left.map(({ statusCode }) => statusCode).sort((one, other) => one - other)).toEqual([204, 409]);
    const { rows } = await pool.query<{ id: number }>("select id from account where role = 'owner'");
    expect(rows).toHaveLength(1);
    const last = Number(rows[0]!.id);
    const { setRole, suspend } = server.maru.operator;
    await expect(setRole(last, "member")).rejects.toMatchObject({ slug: "last-owner" });
    await expect(suspend(last, {})).rejects.toMatchObject({ slug: "is-owner" });
    await setRole(Number(people.owner.id), "owner");
    expect(await setRole(last, "member")).toBe("owner");
  });
});
