import { expect, test } from "vitest";
import { testServer } from "../../../test/test-server.ts";

const { as, given, settle, queries } = testServer();

test("whoever was named before is looked up once", async () => {
  const [mina, jun] = [await given.person(), await given.person()];
  const name = () => as(mina).post("/posts", { text: `@${jun.handle} 안녕` });
  await name();
  await settle();
  queries();
  expect((await name()).statusCode).toBe(201);
  expect(queries()).toBe(1);
  await settle();
  const { items } = (await as(jun).get("/notifications")).json<{ items: object[] }>();
  expect(items).toHaveLength(2);
});

test("whoever has gone since they were named last is named no more, and nothing fails", async () => {
  const [mina, jun, hana] = [await given.person(), await given.person(), await given.person()];
  const text = `@${jun.handle} @${hana.handle} 안녕`;
  const before = (await as(mina).post("/posts", { text })).json<{ id: string; html: string }>();
  expect(before.html).toContain(`href="/@${jun.handle}"`);
  expect((await as(jun).delete("/me", { password: jun.password })).statusCode).toBe(204);
  for (const path of ["/posts", `/posts/${before.id}/comments`]) {
    const again = await as(mina).post(path, { text });
    expect(again.statusCode).toBe(201);
    expect(again.json<{ html: string }>().html).not.toContain(`href="/@${jun.handle}"`);
    expect(again.json<{ html: string }>().html).toContain(`href="/@${hana.handle}"`);
  }
});
