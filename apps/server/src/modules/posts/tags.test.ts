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
