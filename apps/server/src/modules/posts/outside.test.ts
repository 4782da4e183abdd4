import { expect, test } from "vitest";
import { givenPicture } from "../../../test/test-picture.ts";
import { testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;

test("readers outside get feeds and embeddings of what is public", async () => {
  const ann = await given.person();
  await as(ann).patch("/me", { displayName: '<Ann> & "co"' });
  const post = await given.post(ann, "<script>alert(1)</script> ]]> #feed @nobody", {
    mediaIds: [await givenPicture(server, ann)],
  });
  await given.post(ann, "secret #feed", { visibility: "followers" });
  const host = { headers: { host: "maru.example" } };
  for (const path of [`/accounts/${ann.handle}/feed.atom`, "/tags/feed/feed.atom"]) {
    const feed = await as(null).get(path, host);
    expect(feed.statusCode).toBe(200);
    expect(feed.headers["content-type"]).toBe("application/atom+xml; charset=utf-8");
    expect(feed.headers["cache-control"]).toContain("public");
    expect(feed.body).toContain(`<link href="http://maru.example/posts/${post.id}"/>`);
    expect(feed.body).toContain('<a href="http://maru.example/tags/feed" class="tag">');
    expect(feed.body).toContain("http://maru.example/media/a.jpg");
    expect(feed.body).not.toMatch(/<script|secret/);
    const again = await as(null).get(path, {
      headers: { host: "maru.example", "if-none-match": feed.headers.etag as string },
    });
    expect(again.statusCode).toBe(304);
  }
  const embed = (url: string) => as(null).get(`/oembed?format=json&url=${encodeURIComponent(url)}`, host);
  const answer = (await embed(`http://maru.example/posts/${post.id}`)).json();
  expect(answer).toMatchObject({
    version: "1.0",
    type: "rich",
    author_name: '<Ann> & "co"',
    thumbnail_url: "http://maru.example/media/a.jpg",
  });
  expect(answer.html).not.toMatch(/<script|<Ann/);
  for (const url of [
    "http://else.example/posts/1",
    `http://maru.example/posts/${post.id}x`,
    "nothing",
    "http://maru.example/posts/1",
  ]) {
    expect((await embed(url)).statusCode).toBe(404);
  }
  const asked = async (more: string) =>
    (await as(null).get(`/oembed?url=http%3A%2F%2Fmaru.example%2Fposts%2F${post.id}&${more}`, host))
      .statusCode;
  expect(await asked("maxwidth=600&maxheight=750&dnt=1")).toBe(200);
  expect(await asked("format=xml")).toBe(501);
  expect(await asked("format=yaml")).toBe(400);
  await as(ann).put(`/posts/${post.id}/hidden`);
  expect((await embed(`http://maru.example/posts/${post.id}`)).statusCode).toBe(404);
});
