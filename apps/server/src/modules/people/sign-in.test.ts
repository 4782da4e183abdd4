import { expect, test } from "vitest";
import { testServer } from "../../../test/test-server.ts";

const { as, given } = testServer();
const newPerson = {
  handle: "amina",
  displayName: "Amina",
  email: "Amina@Example.test",
  password: "correct horse battery",
};

test("a person signs up, signs in by handle or e-mail, and signs out", async () => {
  const made = await as(null).post("/accounts", newPerson);
  expect(made.statusCode).toBe(201);
  expect(made.json().account).toMatchObject({
    handle: "amina",
    displayName: "Amina",
    counts: { posts: 0, followers: 0, following: 0 },
  });
  expect(made.body).not.toContain("example.test");

  for (const login of ["amina", "AMINA", "amina@example.test"]) {
    const answer = await as(null).post("/sessions", { login, password: newPerson.password });
    expect(answer.statusCode).toBe(201);
    const { account, token } = answer.json<{ account: { id: string }; token: string }>();
    expect(account.id).toBe(made.json().account.id);
    const person = { id: account.id, handle: "amina", token, password: newPerson.password };
    expect((await as(person).get("/sessions")).statusCode).toBe(200);
    expect((await as(person).delete("/sessions/current")).statusCode).toBe(204);
    expect((await as(person).get("/sessions")).statusCode).toBe(401);
  }
});

test("64 follows at once are one follow", async () => {
  const [a, b] = [await given.person(), await given.person()];
  const answers = await Promise.all(
    Array.from({ length: 64 }, () => as(a).put(`/accounts/${b.handle}/follow`)),
  );
  for (const answer of answers) expect(answer.json()).toMatchObject({ following: true });
});
