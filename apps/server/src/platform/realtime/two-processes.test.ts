import type { AddressInfo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { requireOrSkip } from "../../../test/services.ts";
import { type Person, testServer } from "../../../test/test-server.ts";
import { createMaru, type Maru } from "../../app.ts";
import { openDoor } from "../redis/test-door.ts";

const address = requireOrSkip("redis");

describe.skipIf(!address)("two processes with one Redis", () => {
  const server = testServer(address ? { MARU_REDIS_URL: address } : {});
  const { given, as } = server;
  let door: Awaited<ReturnType<typeof openDoor>>;
  let doorPort: number;
  let second: Maru;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    door = await openDoor(new URL(address!));
    doorPort = door.port;
    const { config, pool } = server.maru.platform;
    const database = (pool.options as { connectionString: string }).connectionString;
    second = await createMaru({ ...config, redisUrl: door.url, demo: false }, database);
    await second.startConsumers();
    for (const maru of both()) await maru.app.listen({ port: 0, host: "127.0.0.1" });
    await bothHaveRedis();
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close();
  });
  afterAll(async () => {
    await second?.stop();
    await door?.close();
  });

  const both = () => [server.maru, second];
  const bothHaveRedis = () =>
    vi.waitFor(
      () => expect(both().map((maru) => maru.platform.redis!.fault())).toEqual([undefined, undefined]),
      {
        timeout: 15_000,
      },
    );
  const originOf = (maru: Maru) => `http://127.0.0.1:${(maru.app.server.address() as AddressInfo).port}`;

  async function open(maru: Maru, person: Person): Promise<Socket> {
    const socket = io(originOf(maru), {
      path: "/socket",
      transports: ["websocket"],
      auth: { token: person.token },
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    });
    sockets.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("connect_error", reject);
    });
    return socket;
  }

  const statusIn = async (maru: Maru, { token }: Person) =>
    (await maru.app.inject({ url: "/api/v1/me", headers: { authorization: `Bearer ${token}` } })).statusCode;

  function collect(socket: Socket, event: string): unknown[] {
    const all: unknown[] = [];
    socket.on(event, (message: unknown) => all.push(message));
    return all;
  }

  /** Messages without an offset cannot be resumed behind: waits for one that has come over Redis. */
  async function reaches(from: Maru, person: Person, heard: unknown[]): Promise<void> {
    await vi.waitFor(() => {
      from.platform.sockets.send(Number(person.id), "test", { probe: true });
      expect(heard.length).toBeGreaterThan(0);
    });
  }

  /** Processes agree a moment after somebody has come which of them is to tell the person. */
  const isToldByOne = ({ id }: Person) =>
    expect
      .poll(() => both().filter((maru) => maru.platform.sockets.online.has(Number(id))).length, {
        timeout: 10_000,
      })
      .toBe(1);

  test("what one sends is heard once by all of a person's pages, whichever process has them", async () => {
    const person = await given.person();
    const [here, there] = [await open(server.maru, person), await open(second, person)];
    const [heardHere, heardThere] = [collect(here, "test"), collect(there, "test")];
    for (let n = 0; n < 50; n++) both()[n % 2]!.platform.sockets.send(Number(person.id), "test", { n });
    await expect.poll(() => [heardHere.length, heardThere.length]).toEqual([50, 50]);
    expect(new Set(heardThere.map((one) => (one as { n: number }).n)).size).toBe(50);
  });

  test("one process alone takes it on itself to tell a person, and every process knows who is there", async () => {
    const [person, absent] = [await given.person(), await given.person()];
    await open(server.maru, person);
    await open(second, person);
    const id = Number(person.id);
    await isToldByOne(person);
    expect(both().map((maru) => maru.platform.sockets.isOnlineAnywhere(id))).toEqual([true, true]);
    expect(second.platform.sockets.isOnlineAnywhere(Number(absent.id))).toBe(false);
  });

  test("a follower on the other process hears of a new post, once, and of its counts", async () => {
    const [author, follower] = [await given.person(), await given.person()];
    await given.follow(follower, author);
    const page = await open(second, follower);
    // A second page elsewhere: still everything comes once to each.
    await open(server.maru, follower);
    await isToldByOne(follower);
    await second.app.inject({
      url: "/api/v1/feeds/home",
      headers: { authorization: `Bearer ${follower.token}` },
    });
    const [posts, counts] = [collect(page, "post"), collect(page, "counts")];
    const post = await given.post(author, "다른 프로세스에서도 들려요");
    await expect.poll(() => posts).toEqual([{ id: post.id, authorId: author.id }]);

    await page.emitWithAck("watch", { postIds: [post.id] });
    await as(author).put(`/posts/${post.id}/like`);
    await expect.poll(() => counts.at(-1)).toMatchObject({ postId: post.id, counts: { likes: 1 } });
    expect(posts).toHaveLength(1);
  });

  test("a page that drops resumes on the other process without having missed anything", async () => {
    const person = await given.person();
    const page = await open(second, person);
    const heard = collect(page, "test");
    await reaches(server.maru, person, heard);
    const before = heard.length;

    // The connection breaks, as in a tunnel; the way back leads to the other process.
    (page.io as unknown as { uri: string }).uri = originOf(server.maru);
    const back = new Promise((resolve) => page.once("connect", () => resolve(page.recovered)));
    page.io.engine.close();
    for (let n = 0; n < 20; n++) server.maru.platform.sockets.send(Number(person.id), "test", { n });
    expect(await back).toBe(true);
    await expect
      .poll(() => heard.slice(before).filter((one) => "n" in (one as object)))
      .toEqual(Array.from({ length: 20 }, (_, n) => ({ n })));
  });

  test("a session that has ended cannot be resumed, and nothing that was kept for it is handed out", async () => {
    const person = await given.person();
    const page = await open(second, person);
    const heard = collect(page, "test");
    await reaches(server.maru, person, heard);
    page.io.reconnection(false);
    const dropped = new Promise((resolve) => page.once("disconnect", resolve));
    page.io.engine.close();
    await dropped;
    server.maru.platform.sockets.send(Number(person.id), "test", { secret: true });
    await as(person).delete("/sessions/current");
    await vi.waitFor(async () => expect(await statusIn(second, person)).toBe(401));

    const packets: unknown[] = [];
    page.io.on("packet" as never, ((packet: unknown) => packets.push(packet)) as never);
    const refused = new Promise((resolve) => page.once("connect_error", (error) => resolve(error.message)));
    page.connect();
    expect(await refused).toBe("invalid-token");
    expect(JSON.stringify(packets)).not.toContain("secret");
  });

  test("a token that is ended in one process is dead in the other at once", async () => {
    const person = await given.person();
    expect(await statusIn(second, person)).toBe(200);
    const page = await open(second, person);
    const closed = new Promise<number>((resolve) =>
      page.once("disconnect", () => resolve(performance.now())),
    );
    const started = performance.now();
    await as(person).delete("/sessions/current");
    await vi.waitFor(async () => expect(await statusIn(second, person)).toBe(401), { interval: 10 });
    // The tail alone looks once a second.
    expect(performance.now() - started).toBeLessThan(500);
    expect((await closed) - started).toBeLessThan(500);
  });

  test("without Redis sockets stay and hear their own process; afterwards delivery goes on, also after a flush", async () => {
    const person = await given.person();
    const [here, there] = [await open(server.maru, person), await open(second, person)];
    const dropped = vi.fn<() => void>();
    for (const page of [here, there]) page.on("disconnect", dropped);
    const heard = collect(there, "test");
    await reaches(server.maru, person, heard);

    await door.close();
    await vi.waitFor(() => expect(second.platform.redis!.fault()).toBeDefined());
    second.platform.sockets.send(Number(person.id), "test", { alone: true });
    await expect.poll(() => heard.at(-1)).toEqual({ alone: true });
    // What others send meanwhile is read when Redis is back.
    server.maru.platform.sockets.send(Number(person.id), "test", { meanwhile: true });
    door = await openDoor(new URL(address!), doorPort);
    await bothHaveRedis();
    await expect.poll(() => heard.at(-1), { timeout: 15_000 }).toEqual({ meanwhile: true });

    const { redis } = server.maru.platform;
    await redis!.ask((client) => client.del([`${redis!.site}:sockets`]));
    server.maru.platform.sockets.send(Number(person.id), "test", { flushed: true });
    await expect.poll(() => heard.at(-1)).toEqual({ flushed: true });
    expect(dropped).not.toHaveBeenCalled();
  });

  test("a process that stops lets its pages go to the other, which they do by themselves", async () => {
    const person = await given.person();
    const { config, pool } = server.maru.platform;
    const database = (pool.options as { connectionString: string }).connectionString;
    const third = await createMaru(config, database);
    await third.startConsumers();
    await third.app.listen({ port: 0, host: "127.0.0.1" });
    const page = await open(third, person);
    const heard = collect(page, "test");
    await vi.waitFor(() => expect(third.platform.redis!.fault()).toBeUndefined());
    await reaches(server.maru, person, heard);
    (page.io as unknown as { uri: string }).uri = originOf(second);
    const back = new Promise((resolve) => page.once("connect", () => resolve(page.recovered)));
    await third.stop();
    expect(await back).toBe(true);
  });
});
