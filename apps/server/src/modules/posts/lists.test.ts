import { expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";

const { as, given, queries, settle } = testServer();

interface Page {
  items: { id: string; text: string }[];
  nextCursor: string | null;
}

const page = async (reader: Person | null, path: string) => (await as(reader).get(path)).json<Page>();

async function everyPage(
  reader: Person | null,
  path: string,
  between: () => Promise<unknown> = async () => {},
): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const one: Page = await page(
      reader,
      `${path}${path.includes("?") ? "&" : "?"}limit=3${cursor ? `&cursor=${cursor}` : ""}`,
    );
    ids.push(...one.items.map((item) => item.id));
    cursor = one.nextCursor;
    if (cursor) await between();
  } while (cursor);
  return ids;
}

test("pages have no gaps and no doubles while posts arrive", async () => {
  const [ann, ben] = [await given.person(), await given.person()];
  const posts: string[] = [];
  for (let index = 0; index < 10; index++) posts.push((await given.post(ann, `post ${index}`)).id);
  const seen = await everyPage(ben, `/accounts/${ann.handle}/posts`, () => given.post(ann, "meanwhile"));
  expect(seen).toEqual(posts.toReversed());

  const comments: string[] = [];
  for (let index = 0; index < 8; index++) {
    comments.push(
      (await as(ben).post(`/posts/${posts[0]}/comments`, { text: `comment ${index}` })).json().id,
    );
  }
  await as(ben).put(`/posts/${comments[4]}/hidden`);
  const arriving: string[] = [];
  const read = await everyPage(null, `/posts/${posts[0]}/comments`, async () => {
    if (arriving.length < 3)
      arriving.push((await as(ann).post(`/posts/${posts[0]}/comments`, { text: "meanwhile" })).json().id);
  });
  expect(read).toEqual([...comments.filter((_, index) => index !== 4), ...arriving]);

  const bookmarked = [posts[3]!, posts[1]!, posts[7]!, posts[2]!, posts[9]!];
  for (const id of bookmarked) await as(ben).put(`/posts/${id}/bookmark`);
  await as(ann).put(`/posts/${posts[7]}/hidden`);
  expect(await everyPage(ben, "/bookmarks")).toEqual([posts[9], posts[2], posts[1], posts[3]]);
});

test("who likes a post is told, without people one has blocked", async () => {
  const [ann, ...likers] = [
    await given.person(),
    await given.person(),
    await given.person(),
    await given.person(),
  ];
  const post = await given.post(ann!, "liked");
  for (const liker of likers) await as(liker).put(`/posts/${post.id}/like`);
  const all = await everyPage(null, `/posts/${post.id}/likes`);
  expect(all).toEqual(likers.map((liker) => liker.id).toReversed());
  await as(ann!).put(`/accounts/${likers[1]!.handle}/block`);
  expect(await everyPage(ann!, `/posts/${post.id}/likes`)).toEqual([likers[2]!.id, likers[0]!.id]);
});

test("a page costs the same few queries, however many people wrote it", async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => given.person()));
  const post = await given.post(people[0]!, "asked");
  for (const person of people) await as(person).post(`/posts/${post.id}/comments`, { text: "answered" });
  for (const person of people) await as(person).put(`/posts/${post.id}/like`);
  for (const path of [
    `/posts/${post.id}/comments`,
    `/posts/${post.id}/likes`,
    `/accounts/${people[0]!.handle}/posts`,
  ]) {
    await settle();
    queries();
    expect((await as(people[1]!).get(path)).statusCode).toBe(200);
    // With room for what consumers ask meanwhile.
    expect(queries()).toBeLessThan(20);
  }
});
