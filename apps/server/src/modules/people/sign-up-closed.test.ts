import { expect, test } from "vitest";
import { testServer } from "../../../test/test-server.ts";

const { as } = testServer({ MARU_REGISTRATIONS: "closed", MARU_SPACES: "none" });

test("a site that takes no new people says so", async () => {
  const person = {
    handle: "late",
    displayName: "Late",
    email: "late@example.test",
    password: "correct horse battery",
  };
  const answer = await as(null).post("/accounts", person);
  expect(answer.statusCode).toBe(403);
  expect(answer.json().type).toBe("/problems/registrations-closed");
  expect((await as(null).get("/instance")).json()).toEqual({
    name: "마루",
    description: "",
    spaces: [],
    navigation: [],
    offers: [],
    look: "wood",
    timeZone: "Asia/Seoul",
    registrations: "closed",
    languages: ["ko", "en"],
    mail: "log",
  });
});
