import { expect, test } from "vitest";
import { openPages } from "../../../test/open-pages.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;
const pages = openPages(server);

/** A page that watches these posts, and the ids of those whose counts it has heard, in order. */
async function watch(person: Person, postIds: string[]) {
  const socket = pages.open({ auth: { token: person.token } });
  await new Promise((resolve) => socket.once("connect", () => resolve(undefined)));
  const heard: string[] = [];
  socket.on("counts", ({ postId }: { postId: string }) => heard.push(postId));
  expect(await socket.emitWithAck("watch", { postIds })).toEqual({ watching: postIds.length });
  return { socket, heard };
}

/** Who writes, who follows them, who does not, and who is blocked in the end. */
async function people() {
  const [author, follower, stranger] = await Promise.all([1, 2, 3].map(() => given.person()));
  await given.follow(follower!, author!);
  return { author: author!, follower: follower!, stranger: stranger! };
}
type Cast = Awaited<ReturnType<typeof people>>;

test.each<[string, (cast: Cast, postId: string) => Promise<unknown>, boolean]>([
  ["hidden", ({ author }, postId) => as(author).put(`/posts/${postId}/hidden`), false],
  [
    "for followers",
    ({ author }, postId) => as(author).patch(`/posts/${postId}`, { visibility: "followers" }),
    true,
  ],
  ["of a private account", ({ author }) => as(author).patch("/me", { isPrivate: true }), true],
  [
    "of somebody of limited standing",
    ({ author }) => server.maru.operator.limit(Number(author.id), {}),
    true,
  ],
  [
    "of somebody who blocks the reader",
    ({ author, stranger }) => as(author).put(`/accounts/${stranger.handle}/block`),
    true,
  ],
  [
    "of somebody whom the reader blocks",
    ({ author, stranger }) => as(stranger).put(`/accounts/${author.handle}/block`),
    true,
  ],
])("counts of a post that is now %s are not heard any more", async (_name, close, forFollowers) => {
  const cast = await people();
  const { author, follower, stranger } = cast;
  const post = await given.post(author, "글");
  const other = await given.post(follower, "다른 글");
  const outside = await watch(stranger, [post.id, other.id]);
  const inside = await watch(follower, [post.id, other.id]);
  await close(cast, post.id);
  // Its author's own comment counts, whoever may see it; the other post's like comes after it.
  expect((await as(author).post(`/posts/${post.id}/comments`, { text: "댓글" })).statusCode).toBe(201);
  await server.settle();
  await as(author).put(`/posts/${other.id}/like`);
  await expect.poll(() => outside.heard).toContain(other.id);
  await expect.poll(() => inside.heard).toContain(other.id);
  expect(outside.heard).not.toContain(post.id);
  expect(inside.heard.includes(post.id)).toBe(forFollowers);
});

test("whoever stops following hears nothing more of what is for followers", async () => {
  const { author, follower } = await people();
  const post = await given.post(author, "글", { visibility: "followers" });
  const other = await given.post(author, "다른 글");
  const page = await watch(follower, [post.id, other.id]);
  await as(follower).delete(`/accounts/${author.handle}/follow`);
  await as(author).put(`/posts/${post.id}/like`);
  await server.settle();
  await as(author).put(`/posts/${other.id}/like`);
  await expect.poll(() => page.heard).toContain(other.id);
  expect(page.heard).not.toContain(post.id);
});

test("of what is asked for at the same moment the last counts", async () => {
  const { author, stranger } = await people();
  const posts = await Promise.all(["하나", "둘", "셋"].map((text) => given.post(author, text)));
  const { socket, heard } = await watch(stranger, [posts[0]!.id]);
  const lists = Array.from({ length: 30 }, (_, index) => [posts[index % 2]!.id]);
  await Promise.all([...lists, [posts[2]!.id]].map((postIds) => socket.emitWithAck("watch", { postIds })));
  for (const post of posts) await as(author).put(`/posts/${post.id}/like`);
  await server.settle();
  await as(author).put(`/posts/${posts[2]!.id}/bookmark`);
  await expect.poll(() => heard.length).toBeGreaterThan(0);
  expect(new Set(heard)).toEqual(new Set([posts[2]!.id]));
});
