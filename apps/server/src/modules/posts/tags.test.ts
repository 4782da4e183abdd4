import { expect, test, vi } from "vitest";
import { testServer } from "../../../test/test-server.ts";

const { as, given, settle } = testServer();

test("tags are counted, suggested, followed and trend", async () => {
  const ann = await given.person();
  const post = await given.post(ann, "#바다 #바다 #바람");
  await given.post(ann, "#바다");
  await given.post(ann, "#바다 for few", { visibility: "followers" });
  await as(ann).post(`/posts/${post.id}/comments`, { text: "#바다 below" });
  await settle();
  const suggested = (await as(null).get(`/tags?query=${encodeURIComponent("#바")}`)).json();
  expect(suggested).toEqual({
    items: [
      { tag: "바다", count: 2 },
      { tag: "바람", count: 1 },
    ],
  });
  expect((await as(null).get("/tags?query=%25")).json()).toEqual({ items: [] });
  const trending = (await as(null).get("/tags/trending")).json<{ items: { tag: string; heat: number }[] }>();
  expect(trending.items.map((item) => item.tag).filter((tag) => tag.startsWith("바"))).toEqual([
    "바다",
    "바람",
  ]);
  expect(trending.items.find((item) => item.tag === "바다")!.heat).toBeCloseTo(2, 2);

  const path = `/tags/${encodeURIComponent("바다")}`;
  expect((await as(ann).get(path)).json()).toEqual({ tag: "바다", count: 2, following: false });
  for (let twice = 0; twice < 2; twice++) {
    expect((await as(ann).put(`${path}/follow`)).json()).toEqual({ tag: "바다", following: true });
  }
  expect((await as(ann).get(path)).json()).toMatchObject({ following: true });
  expect((await as(ann).get("/tags/followed")).json()).toEqual({
    items: [{ tag: "바다", count: 2 }],
    nextCursor: null,
  });
  expect((await as(ann).delete(`${path}/follow`)).json()).toEqual({ tag: "바다", following: false });
  expect((await as(ann).get("/tags/followed")).json()).toMatchObject({ items: [] });

  await as(ann).put(`/posts/${post.id}/hidden`);
  await settle();
  await vi.waitFor(async () => {
    const { items } = (await as(null).get("/tags/trending")).json<{ items: { tag: string }[] }>();
    expect(items.map((item) => item.tag)).toEqual(["바다"]);
  }, 5000);
  for (const bad of ["a%20b", "1", "%23", "a".repeat(51)])
    expect((await as(null).get(`/tags/${bad}`)).statusCode).toBe(404);
});

test("what private accounts write under a tag is neither counted nor suggested nor hot", async () => {
  const [open, closing] = [await given.person(), await given.person()];
  await given.post(open, "#숲");
  await given.post(closing, "#숲 #숲속에서");
  const count = async (tag: string) => (await as(null).get(`/tags/${encodeURIComponent(tag)}`)).json().count;
  const names = async (path: string) =>
    (await as(open).get(path)).json<{ items: { tag: string }[] }>().items.map(({ tag }) => tag);
  const suggested = () => names(`/tags?query=${encodeURIComponent("숲")}`);
  await settle();
  expect([await count("숲"), await count("숲속에서")]).toEqual([2, 1]);
  expect(await suggested()).toEqual(["숲", "숲속에서"]);

  await as(closing).patch("/me", { isPrivate: true });
  await as(closing).patch("/me", { isPrivate: true, bio: "닫음" });
  const inside = await given.post(closing, "#숲속에서 #숲");
  await settle();
  expect([await count("숲"), await count("숲속에서")]).toEqual([1, 0]);
  expect(await suggested()).toEqual(["숲"]);
  await vi.waitFor(async () => expect(await names("/tags/trending")).not.toContain("숲속에서"), 5000);

  await as(closing).delete(`/posts/${inside.id}`);
  await as(closing).patch("/me", { isPrivate: false });
  await settle();
  expect([await count("숲"), await count("숲속에서")]).toEqual([2, 1]);

  await as(closing).patch("/me", { isPrivate: true });
  await as(closing).delete("/me", { password: closing.password });
  await settle();
  expect([await count("숲"), await count("숲속에서")]).toEqual([1, 0]);
});
