import type { AddressInfo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { requireOrSkip } from "../../../test/services.ts";
import { type Person, testServer } from "../../../test/test-server.ts";
import { createMaru, type Maru } from "../../app.ts";
import { mediaDescribed } from "../../platform/media/media-events.ts";
import { markPost } from "./mark-post.ts";

const redis = requireOrSkip("redis");
const sites: [string, string, string | undefined][] = [
  ["one serves and one counts", "consumer:post-counters", undefined],
  ["both do everything", "all", undefined],
];
if (redis !== undefined) sites.push(["both do everything, with Redis", "all", redis]);

describe.each(sites)("two processes on one database: %s", (_name, role, address) => {
  const isCountedApart = role !== "all";
  const server = testServer({
    ...(isCountedApart && { MARU_ROLES: "web", DATABASE_URL: "postgres://is.given.below" }),
    ...(address !== undefined && { MARU_REDIS_URL: address }),
  });
  const { as, given } = server;
  let second: Maru;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    const { config, pool } = server.maru.platform;
    const database = (pool.options as { connectionString: string }).connectionString;
    second = await createMaru({ ...config, roles: [role], databaseUrl: database }, database);
    await second.startConsumers();
    for (const maru of [server.maru, second]) {
      await maru.app.listen({ port: 0, host: "127.0.0.1" });
      if (address !== undefined) await new Promise<void>((done) => maru.platform.redis!.onReady(done));
    }
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close();
  });
  afterAll(() => second?.stop());

  const webs = () => (isCountedApart ? [server.maru] : [server.maru, second]);

  /** A page on one of the processes, and how many likes it has last heard each of these posts to have. */
  async function watch(maru: Maru, person: Person, postIds: string[]) {
    const { port } = maru.app.server.address() as AddressInfo;
    const options = { path: "/socket", transports: ["websocket"], auth: { token: person.token } };
    const socket = io(`http://127.0.0.1:${port}`, options);
    sockets.push(socket);
    const likes = new Map(postIds.map((postId) => [postId, -1]));
    socket.on("counts", ({ postId, counts }) => likes.set(postId, counts.likes));
    await new Promise((resolve) => socket.once("connect", () => resolve(undefined)));
    expect(await socket.emitWithAck("watch", { postIds })).toEqual({ watching: postIds.length });
    return () => [...likes.values()];
  }

  /** On every process that serves pages, the pages of an author and of a reader. */
  async function openPages(author: Person, reader: Person, postIds: string[]) {
    const both = webs().flatMap((maru) => [watch(maru, author, postIds), watch(maru, reader, postIds)]);
    const pages = await Promise.all(both);
    return () => pages.map((page) => page());
  }
  const soon = { timeout: 5000 };

  test("every page hears of each like, and of each that is taken back, of several posts at once", async () => {
    const [author, reader] = [await given.person(), await given.person()];
    const posts = await Promise.all(["하나", "둘", "셋"].map((text) => given.post(author, text)));
    const postIds = posts.map(({ id }) => id);
    const pages = await openPages(author, reader, postIds);
    for (const turn of ["put", "delete", "put", "delete"] as const) {
      await Promise.all(postIds.map((id) => as(reader)[turn](`/posts/${id}/like`)));
      const likes = postIds.map(() => (turn === "put" ? 1 : 0));
      await expect.poll(pages, soon).toEqual(pages().map(() => likes));
    }
  });

  test("also of a post that has gone out of memory since", async () => {
    const [author, reader] = [await given.person(), await given.person()];
    const post = await given.post(author, "글");
    await as(reader).put(`/posts/${post.id}/like`);
    await expect
      .poll(async () => (await as(author).get(`/posts/${post.id}`)).json(), soon)
      .toMatchObject({ counts: { likes: 1 } });
    const pages = await openPages(author, reader, [post.id]);
    const { log } = server.maru.platform;
    const postId = Number(post.id);
    const forgotten = mediaDescribed({ mediaId: 1, ownerId: Number(author.id), postIds: [postId] });
    await log.commit(async (tx) => log.publish(tx, forgotten));
    // Past the route, which would look the post up.
    const ids = { postId, authorId: Number(author.id), accountId: Number(reader.id) };
    await markPost(log, { table: "postLike", ...ids, wanted: false });
    await expect.poll(pages, soon).toEqual(pages().map(() => [0]));
  });
});
