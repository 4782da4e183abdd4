import { expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer({ MARU_PULL_FOLLOWERS: "1" });
const { as, given } = server;

async function readHome(person: Person): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const answer = await as(person).get(`/feeds/home?limit=50${cursor && `&cursor=${cursor}`}`);
    const page: { items: { id: string }[]; nextCursor: string | null } = answer.json();
    ids.push(...page.items.map((post) => post.id));
    cursor = page.nextCursor;
  }
  return ids;
}

/** More than memory keeps, written where no timeline hears of it. */
async function writeMany(author: Person, count: number): Promise<void> {
  await server.maru.platform.pool.query(
    `insert into post (kind, author_id, text, html) select 'note', $1, n::text, n::text from generate_series(1, $2::int) n`,
    [author.id, count],
  );
}

async function postsBy(author: Person): Promise<string[]> {
  const { rows } = await server.maru.platform.pool.query<{ id: string }>(
    "select id::text as id from post where author_id = $1 order by post.id desc",
    [author.id],
  );
  return rows.map((row) => row.id);
}

test("an old post that is shown again leaves no gap above it", async () => {
  const [reader, author] = [await given.person(), await given.person()];
  const old = await given.post(author, "오래된 글");
  await as(author).put(`/posts/${old.id}/hidden`);
  await writeMany(author, 1100);
  await given.follow(reader, author);
  expect(await readHome(reader)).toHaveLength(1100);
  await as(author).delete(`/posts/${old.id}/hidden`);
  await server.arrived();
  expect(await readHome(reader)).toEqual(await postsBy(author));
});

test("posts that are merged at reading leave no gap where memory of them ends", async () => {
  const [reader, author, other] = await Promise.all([1, 2, 3].map(() => given.person()));
  for (const follower of [reader!, other!]) await given.follow(follower, author!);
  expect(await readHome(reader!)).toEqual([]);
  await writeMany(author!, 1100);
  await given.post(author!, "새 글");
  await server.arrived();
  expect(await readHome(reader!)).toEqual(await postsBy(author!));
});
