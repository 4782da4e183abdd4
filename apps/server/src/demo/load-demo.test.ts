import sharp from "sharp";
import { expect, test } from "vitest";
import { testServer } from "../../test/test-server.ts";
import { demoPeople } from "./content/index.ts";
import { drawPictures } from "./draw-pictures.ts";
import { demoLogin, loadDemoCommunity } from "./load-demo.ts";

const { as, maru, settle } = (() => {
  const server = testServer();
  return { as: server.as, settle: server.settle, maru: () => server.maru };
})();

const count = async (query: string) =>
  (await maru().platform.pool.query<{ n: number }>(`select count(*)::int as n from ${query}`)).rows[0]!.n;

test("broken off on the way, it leaves nothing behind", async () => {
  const { platform } = maru();
  const drawNothing = async () => new Map();
  await expect(loadDemoCommunity(platform, new Map(), drawNothing)).rejects.toThrow("face:haru");
  for (const table of ["account", "credential", "media", "post", "follow", "event"])
    expect(await count(table), table).toBe(0);
});

test("two processes at once fill the site once", { timeout: 120_000 }, async () => {
  const { platform } = maru();
  let drawn: ReturnType<typeof drawPictures> | undefined;
  const drawOnce: typeof drawPictures = (keys, store) => (drawn ??= drawPictures(keys, store));
  const logins = await Promise.all([
    loadDemoCommunity(platform, new Map(), drawOnce),
    loadDemoCommunity(platform, new Map(), drawOnce),
  ]);
  expect(logins).toEqual([demoLogin, demoLogin]);
  expect(await count("account")).toBe(demoPeople.length);
  expect(await count("post where parent_id is null")).toBeGreaterThanOrEqual(200);
  expect(await count("post where parent_id is not null")).toBeGreaterThanOrEqual(300);
  await settle();
});

test("every counter equals its rows", async () => {
  const differing = await Promise.all([
    count(`post p left join post_stats s on s.post_id = p.id where
      coalesce(s.likes, 0) <> (select count(*) from post_like where post_id = p.id)
      or coalesce(s.bookmarks, 0) <> (select count(*) from bookmark where post_id = p.id)
      or coalesce(s.views, 0) <> (select count(*) from post_view where post_id = p.id)
      or coalesce(s.comments, 0) <> (select count(*) from post c where c.parent_id = p.id)`),
    count(`account a left join account_stats s on s.account_id = a.id where
      coalesce(s.followers, 0) <> (select count(*) from follow where followee_id = a.id)
      or coalesce(s.following, 0) <> (select count(*) from follow where follower_id = a.id)`),
    count(`account a left join author_stats s on s.account_id = a.id where
      coalesce(s.posts, 0) <> (select count(*) from post where author_id = a.id and parent_id is null)`),
    count(`(select tag, count(*) as n from post_tag join post p on p.id = post_id where p.visibility = 'public' group by tag) t
      full join tag_stats s using (tag) where s.posts is distinct from t.n`),
  ]);
  expect(differing).toEqual([0, 0, 0, 0]);
  expect(await count("post_like")).toBeGreaterThan(1000);
});

test("the site is alive for the guide: a full home, warm tags, pictures that are there", async () => {
  const signIn = await as(null).post("/sessions", demoLogin);
  expect(signIn.statusCode).toBe(201);
  const { token, account } = signIn.json();
  const guide = as({ id: account.id, handle: account.handle, token, password: demoLogin.password });
  const home = (await guide.get("/feeds/home?limit=50")).json();
  expect(home.items).toHaveLength(50);
  expect(home.nextCursor).not.toBeNull();
  expect((await as(null).get("/tags/trending")).json().items.length).toBeGreaterThan(8);
  const media = home.items.flatMap(
    (post: { media: { url: string; width: number; alt: string }[] }) => post.media,
  );
  expect(media.length).toBeGreaterThan(10);
  for (const { url, width, alt } of media) {
    const file = await as(null).get(`/${url}`);
    expect(file.statusCode, url).toBe(200);
    expect((await sharp(file.rawPayload).metadata()).width).toBe(width);
    expect(alt).not.toBe("");
  }
});

test("started again, it changes nothing, and stops showing a login that no longer works", async () => {
  const { platform } = maru();
  const before = await count("event");
  const mustNotDraw = () => Promise.reject(new Error("drew again"));
  expect(await loadDemoCommunity(platform, new Map(), mustNotDraw)).toEqual(demoLogin);
  expect(await count("event")).toBe(before);
  await platform.pool.query(
    "update credential set password_hash = (select max(password_hash) from credential where email <> 'haru@demo.invalid') where email = 'haru@demo.invalid'",
  );
  expect(await loadDemoCommunity(platform, new Map(), mustNotDraw)).toBeUndefined();
});
