import type { Socket } from "socket.io-client";
import { expect, test } from "vitest";
import { openPages } from "../../../test/open-pages.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;
const pages = openPages(server);

interface Told {
  unread: number;
  newest: { kind: string; postId: string | null; actorId: string } | null;
}

/** An open page, and everything that it is told. */
function open(person: Person): { socket: Socket; told: Told[] } {
  const socket = pages.open({ auth: { token: person.token } });
  const told: Told[] = [];
  socket.on("notification", (message: Told) => told.push(message));
  return { socket, told };
}

test("open pages hear what is new, what is withdrawn and what was read on another page", async () => {
  const [author, ben] = [await given.person(), await given.person()];
  const post = await given.post(author, "글");
  const [one, other, foreign] = [open(author), open(author), open(ben)];
  const nothing = { unread: 0, newest: null };
  for (const page of [one, other, foreign]) await expect.poll(() => page.told.at(-1)).toEqual(nothing);
  await as(ben).put(`/posts/${post.id}/like`);
  const news = { unread: 1, newest: { kind: "like", postId: post.id, actorId: ben.id } };
  await expect.poll(() => one.told.at(-1)).toMatchObject(news);
  await expect.poll(() => other.told.at(-1)).toMatchObject(news);
  await as(ben).delete(`/posts/${post.id}/like`);
  await expect.poll(() => one.told.at(-1)).toEqual({ unread: 0, newest: null });
  await as(ben).post(`/posts/${post.id}/comments`, { text: "댓글" });
  await expect.poll(() => one.told.at(-1)).toMatchObject({ unread: 1, newest: { kind: "comment" } });
  const [item] = (await as(author).get("/notifications")).json<{ items: { id: string }[] }>().items;
  await as(author).post("/notifications/read", { upTo: item!.id });
  await expect.poll(() => other.told.at(-1)).toEqual({ unread: 0, newest: null });
  expect(foreign.told.every(({ unread }) => unread === 0)).toBe(true);
});

test("a page that comes back is told at once how many there are", async () => {
  const [author, ben] = [await given.person(), await given.person()];
  const post = await given.post(author, "글");
  const first = open(author);
  await expect.poll(() => first.told).toHaveLength(1);
  first.socket.close();
  await as(ben).put(`/posts/${post.id}/like`);
  await server.settle();
  const second = open(author);
  await expect.poll(() => second.told).toMatchObject([{ unread: 1, newest: { kind: "like" } }]);
});

test("whoever is muted makes no sound", async () => {
  const [author, ben] = [await given.person(), await given.person()];
  const post = await given.post(author, "글");
  await as(author).put(`/accounts/${ben.handle}/mute`);
  const { told } = open(author);
  await expect.poll(() => told).toHaveLength(1);
  await as(ben).put(`/posts/${post.id}/like`);
  await server.settle();
  await server.arrived();
  expect(told.every(({ unread, newest }) => unread === 0 && newest === null)).toBe(true);
});
