import { expect, test } from "vitest";
import { testServer } from "../../../test/test-server.ts";

const limited = testServer({
  MARU_RATE_LIMITS: "on",
  MARU_TRUST_PROXY: "on",
  MARU_REGISTRATIONS: "open",
  MARU_ORIGIN: "https://maru.example",
});
const { as, given } = limited;
const from = (address: string) => ({ headers: { "x-forwarded-for": address } });

test("guessing is limited from one address, and for one login from many", async () => {
  const { handle, password } = await given.person();
  const guess = (login: string, address: string, tried = "not the password") =>
    as(null).post("/sessions", { login, password: tried }, from(address));
  const statuses: number[] = [];
  for (let index = 0; index < 21; index++)
    statuses.push((await guess(`someone_${index}`, "192.0.2.1")).statusCode);
  expect(statuses.at(19)).toBe(401);
  expect(statuses.at(20)).toBe(429);

  for (let index = 0; index < 30; index++) await guess(handle, `198.51.100.${index}`);
  const stopped = await guess(handle.toUpperCase(), "203.0.113.1", password);
  expect(stopped.statusCode).toBe(429);
  expect(Number(stopped.headers["retry-after"])).toBeGreaterThan(0);
  expect(stopped.headers["ratelimit-limit"]).toBeDefined();
});

test("signing up is limited, and behind https the cookie is secure", async () => {
  const signUp = (index: number) =>
    as(null).post(
      "/accounts",
      {
        handle: `many_${index}`,
        displayName: "x",
        email: `many_${index}@example.test`,
        password: "correct horse battery",
      },
      { headers: { ...from("192.0.2.9").headers, "maru-session": "cookie" } },
    );
  const answers = [];
  for (let index = 0; index < 21; index++) answers.push(await signUp(index));
  expect(answers[0]!.cookies).toMatchObject([{ name: "maru_session", secure: true }]);
  expect(answers.map((answer) => answer.statusCode)).toEqual([...Array.from({ length: 20 }, () => 201), 429]);
});
