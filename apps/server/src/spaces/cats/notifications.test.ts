import { beforeAll, expect, test } from "vitest";
import { type CatJson, givenCat } from "../../../test/cats.ts";
import { type Person, testServer } from "../../../test/test-server.ts";
import { catNotifications } from "./notification-sources.ts";

const server = testServer();
const { as, given, settle } = server;
let owner: Person;
let partner: Person;
let friend: Person;

beforeAll(async () => {
  [owner, partner, friend] = [
    await given.person("owner"),
    await given.person("partner"),
    await given.person("friend"),
  ];
});

interface Told {
  id: string;
  readAt: string | null;
}

interface Item {
  kind: string;
  actors: { handle: string }[];
  count: number;
  post?: { id: string };
  topic?: { space: string; id: string; name: string };
}

async function toldOf(person: Person): Promise<string[]> {
  // What the consumer of the cats passes on is another event.
  await settle();
  await settle();
  const { items } = (await as(person).get("/notifications")).json<{ items: Item[] }>();
  return items
    .filter(({ kind }) => kind.startsWith("cat-"))
    .map(({ kind, actors, topic, post }) =>
      [kind, actors.map((one) => one.handle).join("+"), topic?.name, post?.id].filter(Boolean).join(" "),
    );
}
const share = async (cat: CatJson, from: Person, to: Person) => {
  await as(from).post(`/cats/${cat.id}/invitations`, { handle: to.handle });
  await as(to).put(`/cats/${cat.id}/invitations/accept`);
};

const unreadOf = async (person: Person) =>
  (await as(person).get("/notifications/unread")).json<{ unread: number }>().unread;

async function sameAfterRebuild(): Promise<void> {
  const acts = async () =>
    (await server.maru.platform.pool.query("select * from notification_act order by 1, 2, 3, 4")).rows;
  await settle();
  const before = await acts();
  await server.maru.rebuild("notifications");
  expect(await acts()).toEqual(before);
}

test("people of a cat hear who follows it and who shows it, and no more when that is undone", async () => {
  const cat = await givenCat(server, owner, { name: "먹물" });
  await as(friend).put(`/cats/${cat.id}/follow`);
  const post = await given.post(friend, "이웃집 먹물이", { catIds: [cat.id] });
  await given.post(owner, "우리 먹물이", { catIds: [cat.id] });
  expect(await toldOf(owner)).toEqual([`cat-tagged friend 먹물 ${post.id}`, "cat-follow friend 먹물"]);
  await as(friend).delete(`/cats/${cat.id}/follow`);
  await as(owner).delete(`/cats/${cat.id}/posts/${post.id}`);
  expect(await toldOf(owner)).toEqual([]);
  await as(friend).put(`/cats/${cat.id}/follow`);
  await as(friend).patch(`/posts/${post.id}`, { catIds: [cat.id] });
  expect(await toldOf(owner)).toHaveLength(2);
  await as(owner).delete(`/cats/${cat.id}`);
  expect(await toldOf(owner)).toEqual([]);
  const { rows } = await server.maru.platform.pool.query(
    "select count(*)::int as n from notification_act where kind like 'cat-%'",
  );
  expect(rows).toEqual([{ n: 0 }]);
});

test("the invited are asked, and who asked hears of it; a declined invitation leaves nothing", async () => {
  const cat = await givenCat(server, owner, { name: "두부" });
  await as(owner).post(`/cats/${cat.id}/invitations`, { handle: partner.handle });
  expect(await toldOf(partner)).toEqual(["cat-invite owner 두부"]);
  await as(partner).delete(`/cats/${cat.id}/invitations/${partner.handle}`);
  expect([await toldOf(partner), await toldOf(owner)]).toEqual([[], []]);
  await share(cat, owner, partner);
  const accepted = "cat-invite owner 두부";
  expect([await toldOf(partner), await toldOf(owner)]).toEqual([
    [accepted],
    ["cat-invite-accepted partner 두부"],
  ]);

  // New people hear of what comes, not of what was.
  await as(friend).put(`/cats/${cat.id}/follow`);
  expect(await toldOf(partner)).toEqual(["cat-follow friend 두부", accepted]);
  await as(partner).delete(`/cats/${cat.id}/people/${partner.handle}`);
  expect([await toldOf(partner), await toldOf(owner)]).toEqual([[], ["cat-follow friend 두부"]]);
  await as(friend).delete("/me", { password: friend.password });
  expect(await toldOf(owner)).toEqual([]);
  await sameAfterRebuild();
});

test("an accepted invitation stays what it was: neither new again, nor told to anybody else", async () => {
  const [asker, asked] = [await given.person(), await given.person()];
  const cat = await givenCat(server, asker, { name: "콩" });
  const first = async () => {
    await settle();
    return (await as(asked).get("/notifications")).json<{ items: Told[] }>().items[0];
  };
  await as(asker).post(`/cats/${cat.id}/invitations`, { handle: asked.handle });
  const open = (await first())!;
  await as(asked).post("/notifications/read", { upTo: open.id });
  await as(asked).put(`/cats/${cat.id}/invitations/accept`);
  expect(await first()).toEqual({ ...open, readAt: expect.any(String) });
  expect(await unreadOf(asked)).toBe(0);
  await sameAfterRebuild();
  await as(asker).delete("/me", { password: asker.password });
  expect(await first()).toBeUndefined();
  await sameAfterRebuild();
});

test("a shared cat that goes leaves nothing to tell, not even a number", async () => {
  const [asker, asked] = [await given.person(), await given.person()];
  const cat = await givenCat(server, asker, { name: "팥" });
  await share(cat, asker, asked);
  expect([(await toldOf(asker)).length, (await toldOf(asked)).length]).toEqual([1, 1]);
  await as(asked).delete(`/cats/${cat.id}`);
  await settle();
  expect([await unreadOf(asker), await unreadOf(asked)]).toEqual([0, 0]);
  await sameAfterRebuild();
});

test("it is said as people say it", () => {
  const say = (kind: string, cat: string, locale: "ko" | "en") =>
    catNotifications
      .find(({ kinds }) => kinds.includes(kind))!
      .say[locale](kind, locale === "ko" ? "민지 님" : "Minji", "post", cat);
  expect(["두부", "먹물"].map((cat) => say("cat-follow", cat, "ko"))).toEqual([
    "민지 님이 두부를 팔로우하기 시작했어요.",
    "민지 님이 먹물을 팔로우하기 시작했어요.",
  ]);
  expect(["두부", "먹물"].map((cat) => say("cat-tagged", cat, "ko"))).toEqual([
    "민지 님이 두부가 나온 글을 올렸어요.",
    "민지 님이 먹물이 나온 글을 올렸어요.",
  ]);
  expect(say("cat-invite", "밤이", "ko")).toBe("민지 님이 밤이를 함께 돌보자고 초대했어요.");
  expect(say("cat-invite-accepted", "밤이", "ko")).toBe("민지 님이 초대를 받아들여 밤이의 집사가 되었어요.");
  expect(say("cat-tagged", "Toast", "en")).toBe("Minji showed Toast in a post.");
});
