import { expect, test, vi } from "vitest";
import { testServer } from "../../../test/test-server.ts";

const { as, given, settle, queries } = testServer();

interface Page {
  items: { id: string; text: string }[];
  nextCursor: string | null;
}

test("a post without pictures is written by one statement and shown without any, however many tags it has", async () => {
  const mina = await given.person();
  await given.post(mina, "so that everything about her is in memory");
  await settle();
  queries();
  const { id } = (await as(mina).post("/posts", { text: "#하나 #둘 #셋" })).json();
  expect(queries()).toBe(1);
  expect((await as(null).get(`/posts/${id}`)).statusCode).toBe(200);
  expect(queries()).toBe(0);
  expect((await as(null).get(`/posts/${id}`)).json()).toMatchObject({ tags: ["하나", "둘", "셋"] });
});

test("a post is what was written, with its links, tags and mentions", async () => {
  const mina = await given.person("mina");
  const response = await as(mina).post("/posts", {
    text: "안녕 @Mina @nobody_here\n<b>굵게</b> #고양이#집사 https://maru.example/a?b=1&c=2 입니다",
  });
  expect(response.statusCode).toBe(201);
  const post = response.json();
  expect(post).toMatchObject({
    kind: "note",
    author: { handle: "mina", relationship: null },
    tags: ["고양이", "집사"],
    media: [],
    counts: { likes: 0, comments: 0, bookmarks: 0, views: 0 },
    viewer: { liked: false, bookmarked: false, hidden: false },
    parentId: null,
    rootId: null,
    visibility: "public",
    editedAt: null,
  });
  expect(post.html).toBe(
    '<p>안녕 <a href="/@mina" class="mention">@Mina</a> @nobody_here<br>&lt;b&gt;굵게&lt;/b&gt; ' +
      `<a href="/tags/${encodeURIComponent("고양이")}" class="tag">#고양이</a><a href="/tags/${encodeURIComponent("집사")}" class="tag">#집사</a> ` +
      '<a href="https://maru.example/a?b=1&amp;c=2" rel="nofollow noopener noreferrer ugc" target="_blank">https://maru.example/a?b=1&amp;c=2</a> 입니다</p>',
  );
  const read = await as(null).get(`/posts/${post.id}`);
  expect(read.statusCode).toBe(200);
  expect(read.json()).toEqual({ ...post, author: expect.objectContaining({ handle: "mina" }), viewer: null });
});

test("comments are posts below posts, oldest first, with their ancestors", async () => {
  const [ann, ben] = [await given.person(), await given.person()];
  const post = await given.post(ann, "first");
  const comment = (await as(ben).post(`/posts/${post.id}/comments`, { text: "answer" })).json();
  expect(comment).toMatchObject({ kind: "comment", parentId: post.id, rootId: post.id });
  const below = (
    await as(ann).post(`/posts/${comment.id}/comments`, { text: "answer to the answer" })
  ).json();
  expect(below).toMatchObject({ parentId: comment.id, rootId: post.id });
  await as(ben).post(`/posts/${post.id}/comments`, { text: "second answer" });

  const comments = (await as(null).get(`/posts/${post.id}/comments`)).json<Page>();
  expect(comments.items.map((one) => one.text)).toEqual(["answer", "second answer"]);
  const ancestors = (await as(ann).get(`/posts/${below.id}/ancestors`)).json<Page>();
  expect(ancestors.items.map((one) => one.id)).toEqual([post.id, comment.id]);
  await settle();
  expect((await as(ann).get(`/posts/${post.id}`)).json()).toMatchObject({ counts: { comments: 2 } });
});

test("64 likes at once by one person are one like and one event", async () => {
  const [ann, ben] = [await given.person(), await given.person()];
  const post = await given.post(ann, "liked");
  const answers = await Promise.all(Array.from({ length: 64 }, () => as(ben).put(`/posts/${post.id}/like`)));
  for (const answer of answers) expect(answer.json()).toEqual({ liked: true, count: 1 });
  await settle();
  const read = (await as(ben).get(`/posts/${post.id}`)).json();
  expect(read).toMatchObject({ counts: { likes: 1 }, viewer: { liked: true } });
  const likes = (await as(ann).get(`/posts/${post.id}/likes`)).json();
  expect(likes.items).toHaveLength(1);
  expect(likes.items[0]).toMatchObject({ handle: ben.handle, relationship: { following: false } });

  expect((await as(ben).delete(`/posts/${post.id}/like`)).json()).toEqual({ liked: false, count: 0 });
  expect((await as(ben).delete(`/posts/${post.id}/like`)).json()).toEqual({ liked: false, count: 0 });
  await settle();
  expect((await as(ben).get(`/posts/${post.id}`)).json()).toMatchObject({ counts: { likes: 0 } });
});

test("the same Idempotency-Key writes one post", async () => {
  const ann = await given.person();
  const key = { headers: { "idempotency-key": "once" } };
  const [one, other] = await Promise.all([1, 2].map(() => as(ann).post("/posts", { text: "once" }, key)));
  expect([one!.statusCode, other!.statusCode]).toEqual([201, 201]);
  expect(other!.json()).toEqual(one!.json());
  expect((await as(ann).post("/posts", { text: "twice" }, key)).statusCode).toBe(422);
});

test("a view counts once per person and day, and not for the author or robots", async () => {
  const [ann, ben] = [await given.person(), await given.person()];
  const post = await given.post(ann, "seen");
  await as(ann).get(`/posts/${post.id}`);
  await as(ben).get(`/posts/${post.id}`);
  await as(ben).get(`/posts/${post.id}`);
  await as(null).get(`/posts/${post.id}`, { headers: { "user-agent": "Mozilla/5.0" } });
  await as(null).get(`/posts/${post.id}`, { headers: { "user-agent": "Mozilla/5.0" } });
  await as(null).get(`/posts/${post.id}`, { headers: { "user-agent": "Googlebot/2.1" } });
  await vi.waitFor(async () => {
    await settle();
    expect((await as(ann).get(`/posts/${post.id}`)).json()).toMatchObject({ counts: { views: 2 } });
  }, 5000);
});
