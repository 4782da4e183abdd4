import { expect, test, vi } from "vitest";
import { givenPicture } from "../../../test/test-picture.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given, settle } = server;

interface Page {
  items: { id: string; text: string }[];
  nextCursor: string | null;
}

const page = async (reader: Person | null, path: string) => (await as(reader).get(path)).json<Page>();
const textsOf = (one: Page) => one.items.map((item) => item.text);

test("edits are kept, and only the author makes them", async () => {
  const [ann, ben] = [await given.person(), await given.person()];
  const [one, other] = [await givenPicture(server, ann), await givenPicture(server, ann)];
  const post = await given.post(ann, "first #one", { mediaIds: [one] });
  expect(post["editedAt"]).toBeNull();

  expect((await as(ben).patch(`/posts/${post.id}`, { text: "mine now" })).statusCode).toBe(403);
  expect((await as(null).patch(`/posts/${post.id}`, { text: "mine now" })).statusCode).toBe(401);
  const edited = (
    await as(ann).patch(`/posts/${post.id}`, { text: "second #two", mediaIds: [other, one] })
  ).json();
  expect(edited).toMatchObject({ text: "second #two", tags: ["two"], media: [{ id: other }, { id: one }] });
  expect(edited.editedAt).not.toBeNull();
  await as(ann).patch(`/posts/${post.id}`, { text: "second #two" });
  await as(ann).patch(`/posts/${post.id}`, { text: "third" });

  const edits = (await as(ben).get(`/posts/${post.id}/edits`)).json();
  expect(edits.items).toMatchObject([
    { text: "second #two", media: [{ id: other }, { id: one }], writtenAt: edited.editedAt },
    { text: "first #one", media: [{ id: one }], writtenAt: post["createdAt"] },
  ]);
  const first = await page(ben, `/posts/${post.id}/edits?limit=1`);
  expect(textsOf(await page(ben, `/posts/${post.id}/edits?limit=1&cursor=${first.nextCursor}`))).toEqual([
    "first #one",
  ]);

  await settle();
  expect((await as(null).get("/tags/one")).json()).toMatchObject({ count: 0 });
  expect((await as(null).get("/tags/two")).json()).toMatchObject({ count: 0 });
});

test("who may see it decides visibility only, and is no edit", async () => {
  const [ann, ben, cat] = [await given.person(), await given.person(), await given.person()];
  await given.follow(ben, ann);
  const post = await given.post(ann, "for all");
  const narrowed = (await as(ann).patch(`/posts/${post.id}`, { visibility: "followers" })).json();
  expect(narrowed).toMatchObject({ visibility: "followers", editedAt: null });
  expect((await as(ben).get(`/posts/${post.id}`)).statusCode).toBe(200);
  for (const reader of [cat, null]) expect((await as(reader).get(`/posts/${post.id}`)).statusCode).toBe(404);
});

test("deleting takes the comments below along, and announces each", async () => {
  const [ann, ben] = [await given.person(), await given.person()];
  const post = await given.post(ann, "top");
  const comment = (await as(ben).post(`/posts/${post.id}/comments`, { text: "below" })).json();
  const below = (await as(ann).post(`/posts/${comment.id}/comments`, { text: "further below" })).json();
  expect((await as(ann).delete(`/posts/${comment.id}`)).statusCode).toBe(403);
  expect((await as(ann).delete(`/posts/${post.id}`)).statusCode).toBe(204);
  for (const { id } of [post, comment, below])
    expect((await as(ann).get(`/posts/${id}`)).statusCode).toBe(404);
  const { rows } = await server.maru.platform.pool.query(
    "select aggregateid from event where type = 'post.deleted' order by id",
  );
  expect(rows.slice(-3).map((row) => row.aggregateid)).toEqual([post.id, comment.id, below.id]);
});

test("answers written while the thread is deleted are refused or go with it, and nothing fails", async () => {
  const [ann, ben] = [await given.person(), await given.person()];
  const post = await given.post(ann, "top");
  const comment = (await as(ben).post(`/posts/${post.id}/comments`, { text: "below" })).json();
  const writes = Array.from({ length: 12 }, (_, index) =>
    as(ben).post(`/posts/${index % 2 ? post.id : comment.id}/comments`, { text: `answer ${index}` }),
  );
  const likes = Array.from({ length: 6 }, () => as(ann).put(`/posts/${comment.id}/like`));
  const answers = await Promise.all([...writes, as(ann).delete(`/posts/${post.id}`), ...likes]);
  for (const answer of answers) expect([200, 201, 204, 404]).toContain(answer.statusCode);
  const { rows } = await server.maru.platform.pool.query("select id from post where root_id = $1", [post.id]);
  expect(rows).toEqual([]);
  await settle();
});

test("an account that goes takes its posts, likes and answers along, and every counter stays exact", async () => {
  const [ann, ben] = [await given.person(), await given.person()];
  const kept = await given.post(ann, "kept #leaving");
  const gone = await given.post(ben, "gone #leaving");
  await as(ann).post(`/posts/${gone.id}/comments`, { text: "below what goes" });
  await as(ben).post(`/posts/${kept.id}/comments`, { text: "goes" });
  await as(ben).put(`/posts/${kept.id}/like`);
  await as(ben).put(`/posts/${kept.id}/bookmark`);
  await settle();
  expect((await as(ann).get(`/posts/${kept.id}`)).json().counts).toMatchObject({
    likes: 1,
    comments: 1,
    bookmarks: 1,
  });
  expect((await as(ben).delete("/me", { password: ben.password })).statusCode).toBe(204);
  await settle();
  await vi.waitFor(async () => {
    const counts = (await as(ann).get(`/posts/${kept.id}`)).json().counts;
    expect(counts).toMatchObject({ likes: 0, comments: 0, bookmarks: 0 });
  });
  expect((await as(ann).get(`/posts/${gone.id}`)).statusCode).toBe(404);
  expect((await as(ann).get("/tags/leaving")).json()).toMatchObject({ count: 1 });
});

test("an edit cannot say what a comment is about, and says so", async () => {
  const author = await given.person();
  const post = await given.post(author, "두부를 봤어요");
  const comment = (await as(author).post(`/posts/${post.id}/comments`, { text: "저도요" })).json<{
    id: string;
  }>();
  for (const catIds of [[], ["1"]]) {
    const answer = await as(author).patch(`/posts/${comment.id}`, { catIds });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ field: "catIds" }] });
  }
});
