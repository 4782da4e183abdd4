import { expect, test } from "vitest";
import { givenPicture } from "../../../test/test-picture.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;

interface Page {
  items: { id: string; text: string }[];
  nextCursor: string | null;
}

const page = async (reader: Person | null, path: string) => (await as(reader).get(path)).json<Page>();
const textsOf = (one: Page) => one.items.map((item) => item.text);

test("bad input is refused, and nothing is half done", async () => {
  const [ann, ben] = [await given.person(), await given.person()];
  const theirs = await givenPicture(server, ben);
  const mine = await givenPicture(server, ann);
  const post = await given.post(ann, "kept");
  const bad: [object, number][] = [
    [{}, 400],
    [{ text: 1 }, 400],
    [{ text: null }, 400],
    [{ text: "x", more: 1 }, 400],
    [{ text: "x", visibility: "private" }, 400],
    [{ text: "x", mediaIds: mine }, 400],
    [{ text: "x", mediaIds: [1] }, 400],
    [{ text: "x", mediaIds: ["x"] }, 400],
    [{ text: "x", mediaIds: Array.from({ length: 11 }, () => mine) }, 400],
    [{ text: "x", mediaIds: [mine, mine] }, 422],
    [{ text: "x", mediaIds: [theirs] }, 422],
    [{ text: "x", mediaIds: [mine, theirs] }, 422],
    [{ text: "x", mediaIds: ["9999999999999999"] }, 422],
    [{ text: "" }, 422],
    [{ text: " \n\u3164\u200B\u202E" }, 422],
    [{ text: "a\0b" }, 422],
    [{ text: "\uD800" }, 422],
    [{ text: "가".repeat(5001) }, 422],
    [{ text: "👩".repeat(5001) }, 422],
    [{ text: Array.from({ length: 10_000 }, (_, index) => `#t${index}`).join(" ") }, 400],
  ];
  for (const [body, status] of bad) {
    const written = await as(ann).post("/posts", body);
    expect([body, written.statusCode]).toEqual([body, status]);
    expect(written.headers["content-type"]).toContain("application/problem+json");
    expect((await as(ann).post(`/posts/${post.id}/comments`, body)).statusCode).toBe(status);
  }
  for (const [body, status] of bad) {
    expect([body, (await as(ann).patch(`/posts/${post.id}`, body)).statusCode]).toEqual([body, status]);
  }
  expect(textsOf(await page(ann, `/accounts/${ann.handle}/posts?comments=true`))).toEqual(["kept"]);
  expect((await as(ann).get(`/posts/${post.id}/edits`)).json().items).toEqual([]);

  for (const [body, text] of [
    [{ text: "가".repeat(5000) }, "가".repeat(5000)],
    [{ text: "가".repeat(5000).normalize("NFD") }, "가".repeat(5000)],
    [{ text: "👩".repeat(5000) }, "👩".repeat(5000)],
    [{ text: "", mediaIds: [mine] }, ""],
    [{ text: "a\r\nb\u202Ec\u0007" }, "a\nbc"],
  ] as const) {
    const written = await as(ann).post("/posts", body);
    expect(written.statusCode).toBe(201);
    expect(written.json().text).toBe(text);
  }

  const comments = `/posts/${post.id}/comments`;
  const cursor = (await page(ann, `/accounts/${ann.handle}/posts?limit=1`)).nextCursor;
  for (const query of [
    "cursor=x",
    "cursor=AAAAAAAAAAAAAAAAAAAAAAAA",
    `cursor=${cursor}`,
    "limit=0",
    "limit=51",
    "limit=x",
    "more=1",
  ]) {
    expect([query, (await as(ann).get(`${comments}?${query}`)).statusCode]).toEqual([query, 400]);
  }
  for (const id of ["0", "x", "-1", "1.5", "9999999999999999", "99999999999999999999", "%00"]) {
    expect([id, (await as(ann).get(`/posts/${id}`)).statusCode]).toEqual([id, 404]);
    expect((await as(ann).put(`/posts/${id}/like`)).statusCode).toBe(404);
  }
  for (const [method, path] of [
    ["post", "/posts"],
    ["put", `/posts/${post.id}/like`],
    ["get", "/bookmarks"],
  ] as const) {
    expect((await as(null)[method](path, {} as never)).statusCode).toBe(401);
  }
});
