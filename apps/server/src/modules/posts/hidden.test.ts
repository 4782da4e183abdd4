import { expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";

const { as, given, settle } = testServer();

interface Page {
  items: { id: string; text: string }[];
  nextCursor: string | null;
}

const page = async (reader: Person | null, path: string) => (await as(reader).get(path)).json<Page>();
const textsOf = (one: Page) => one.items.map((item) => item.text);

test("what is hidden, blocked or never was answers the same, everywhere", async () => {
  const [ann, ben] = [await given.person(), await given.person()];
  const hidden = await given.post(ann, "hidden");
  await given.post(ann, "shown");
  const comment = (await as(ben).post(`/posts/${hidden.id}/comments`, { text: "below" })).json();
  await as(ben).put(`/posts/${hidden.id}/bookmark`);
  expect((await as(ben).put(`/posts/${hidden.id}/hidden`)).statusCode).toBe(403);
  expect((await as(ann).put(`/posts/${hidden.id}/hidden`)).json()).toMatchObject({
    viewer: { hidden: true },
  });
  expect((await as(ann).put(`/posts/${hidden.id}/hidden`)).statusCode).toBe(200);

  const shape = (body: string) => ({ ...JSON.parse(body), instance: "" });
  const never = "4503599627370496";
  for (const [method, path, body] of [
    ["get", ""],
    ["patch", "", { text: "x" }],
    ["delete", ""],
    ["put", "/hidden"],
    ["delete", "/hidden"],
    ["put", "/like"],
    ["delete", "/like"],
    ["put", "/bookmark"],
    ["get", "/likes"],
    ["get", "/edits"],
    ["get", "/ancestors"],
    ["get", "/comments"],
    ["post", "/comments", { text: "x" }],
  ] as const) {
    const call = (id: string) =>
      method === "get" ? as(ben).get(`/posts/${id}${path}`) : as(ben)[method](`/posts/${id}${path}`, body);
    const [one, other] = [await call(hidden.id), await call(never)];
    expect([path, one.statusCode, shape(one.body)]).toEqual([path, 404, shape(other.body)]);
    expect(other.statusCode).toBe(404);
  }
  expect(textsOf(await page(ben, `/accounts/${ann.handle}/posts`))).toEqual(["shown"]);
  expect(textsOf(await page(ann, `/accounts/${ann.handle}/posts`))).toEqual(["shown", "hidden"]);
  expect(textsOf(await page(ben, "/bookmarks"))).toEqual([]);
  // A comment stays visible to its author alone while its thread is hidden.
  expect((await as(null).get(`/posts/${comment.id}`)).statusCode).toBe(404);
  await settle();
  expect((await as(null).get(`/accounts/${ann.handle}`)).json()).toMatchObject({ counts: { posts: 1 } });

  expect((await as(ann).delete(`/posts/${hidden.id}/hidden`)).json()).toMatchObject({
    viewer: { hidden: false },
  });
  expect(textsOf(await page(ben, "/bookmarks"))).toEqual(["hidden"]);
  expect((await as(null).get(`/posts/${comment.id}`)).statusCode).toBe(200);

  await as(ann).put(`/accounts/${ben.handle}/block`);
  expect((await as(ben).get(`/posts/${hidden.id}`)).statusCode).toBe(404);
  expect((await as(ben).get(`/accounts/${ann.handle}/posts`)).statusCode).toBe(404);
  expect((await as(ben).get("/accounts/nobody_at_all/posts")).statusCode).toBe(404);
  expect(textsOf(await page(ann, `/accounts/${ben.handle}/posts?comments=true`))).toEqual([]);
  // One's own comment is there, but the thread it stands in is not to be answered in.
  expect((await as(ben).post(`/posts/${comment.id}/comments`, { text: "again" })).statusCode).toBe(404);
});
