import { RESP_TYPES } from "@redis/client";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  addPlants,
  expectedHome,
  homeStep,
  readHome,
  takeHomeStep,
  type WrittenPost,
} from "../../../test/home-model.ts";
import { requireOrSkip } from "../../../test/services.ts";
import { plants } from "../../../test/plants/plants.ts";
import { type Person, testServer } from "../../../test/test-server.ts";
import { createMaru, type Maru } from "../../app.ts";
import { isAfter } from "../../platform/events/reader.ts";
import { postEvents } from "../posts/index.ts";

const given = requireOrSkip("redis");
/** A database of Redis for this file alone, which may be flushed. */
const address = given && Object.assign(new URL(given), { pathname: "/11" }).href;

const asBytes = { [RESP_TYPES.BLOB_STRING]: Buffer };
const everyFollow = [
  [0, 1],
  [0, 2],
  [1, 2],
  [2, 1],
] as const;

describe.skipIf(!address)("two processes with timelines in one Redis", () => {
  const server = testServer(address ? { MARU_REDIS_URL: address, MARU_PULL_FOLLOWERS: "1" } : {}, [plants]);
  let second: Maru;
  beforeAll(async () => {
    second = await startSecond();
    await isReady(server.maru);
  });
  afterAll(async () => {
    await redis().ask((client) => client.flushDb());
    await second?.stop();
  });

  const both = () => [server.maru, second];
  const redis = () => server.maru.platform.redis!;
  const flush = () => redis().ask((client) => client.flushDb());
  const drop = (maru: Maru, { id }: Person) => maru.platform.viewers.drop(Number(id));
  const follow = (follower: Person, followee: Person) => server.given.follow(follower, followee);

  async function startSecond(): Promise<Maru> {
    const { config, pool } = server.maru.platform;
    const maru = await createMaru(
      config,
      (pool.options as { connectionString: string }).connectionString,
      undefined,
      [plants],
    );
    await maru.startConsumers();
    await isReady(maru);
    return maru;
  }

  async function isReady(maru: Maru): Promise<void> {
    await vi.waitFor(() => expect(maru.platform.redis!.fault()).toBeUndefined(), { timeout: 15_000 });
    await maru.arrived();
  }

  /** Resolves when what one process has committed has come into the timelines of both. */
  async function allHeard(writer: Maru): Promise<void> {
    const { rows } = await server.maru.platform.pool.query<{ xid: string; id: number }>(
      "select xid::text as xid, id from event order by event.xid desc, id desc limit 1",
    );
    const newest = { xid: BigInt(rows[0]!.xid), id: rows[0]!.id };
    for (const maru of both()) {
      const hasHeard = () => maru === writer || !isAfter(newest, maru.platform.log.heard()!.to);
      await vi.waitFor(() => expect(hasHeard()).toBe(true), { timeout: 15_000, interval: 5 });
      await maru.arrived();
    }
  }

  const keyOf = ({ id }: Person) => `${redis().site}:timeline:{${id}}`;
  /** The copy in Redis, as a snapshot would have it. */
  const dump = (person: Person) =>
    redis().ask((client) => client.withTypeMapping(asBytes).get(keyOf(person)));
  const isSaved = async (person: Person) => (await dump(person)) !== null;

  /** A post that only the database knows of: whoever shows it has asked the database. */
  async function writeSecretly(author: Person): Promise<string> {
    const { rows } = await server.maru.platform.pool.query<{ id: string }>(
      "insert into post (kind, author_id, text, html) values ('note', $1, '', '') returning id::text as id",
      [author.id],
    );
    return rows[0]!.id;
  }

  test("a process that was started anew finds a home without the database's query for it", async () => {
    const [reader, author] = [await server.given.person(), await server.given.person()];
    await follow(reader, author);
    const early = await server.given.post(author, "먼저");
    await readHome(server.maru, reader, 20);
    await second.stop();
    const late = await server.given.post(author, "나중");
    const unknown = await writeSecretly(author);
    second = await startSecond();
    expect(await readHome(second, reader, 20)).toEqual([late.id, early.id]);
    await flush();
    drop(second, reader);
    expect(await readHome(second, reader, 20)).toEqual([unknown, late.id, early.id]);
  });

  test("a copy does not count for those who follow others since", async () => {
    const [reader, one, other] = await Promise.all([1, 2, 3].map(() => server.given.person()));
    await follow(reader!, one!);
    const posts = [await server.given.post(one!, "하나"), await server.given.post(other!, "둘")];
    await readHome(server.maru, reader!, 20);
    expect(await isSaved(reader!)).toBe(true);
    await follow(reader!, other!);
    await allHeard(server.maru);
    expect(await readHome(second, reader!, 20)).toEqual(posts.map((post) => post.id).reverse());
  });

  test("a post whose transaction was open when a copy was made is not missing in it", async () => {
    const [reader, author] = [await server.given.person(), await server.given.person()];
    await follow(reader, author);
    let goOn = () => {};
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    const begun = Promise.withResolvers<number>();
    const { log } = second.platform;
    const written = log.commit(async (tx) => {
      const authorId = Number(author.id);
      const { rows } = await sql<{ id: number }>`
        insert into post (kind, author_id, text, html) values ('note', ${authorId}, '', '') returning id
      `.execute(tx);
      const facts = { kind: "note", parentId: null, rootId: null, visibility: "public", tags: [] } as const;
      const post = { ...facts, tags: [], postId: rows[0]!.id, authorId, mentions: [] };
      log.publish(tx, postEvents.postCreated(post));
      begun.resolve(post.postId);
      await gate;
    });
    const open = await begun.promise;
    const early = await server.given.post(author, "먼저 끝난 글");
    drop(server.maru, reader);
    expect(await readHome(server.maru, reader, 20)).toEqual([early.id]);
    goOn();
    await written;
    await allHeard(second);
    for (const maru of both()) {
      drop(maru, reader);
      expect(await readHome(maru, reader, 20)).toEqual([early.id, String(open)]);
    }
  });

  const step = fc.oneof(
    { weight: 6, arbitrary: homeStep },
    { weight: 1, arbitrary: fc.constant({ act: "flush" as const }) },
    { weight: 2, arbitrary: fc.constant({ act: "snapshot" as const }) },
    { weight: 2, arbitrary: fc.constant({ act: "restore" as const }) },
    { weight: 1, arbitrary: fc.constant({ act: "restart" as const }) },
  );
  const steps = fc.array(fc.record({ one: step, where: fc.nat(1) }), { minLength: 10, maxLength: 30 });

  test(
    "each home is what the tables say in both, whatever happens to Redis and in whichever process",
    { timeout: 180_000 },
    async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(steps, fc.integer({ min: 1, max: 5 }), async (all, limit) => {
          run++;
          const people = await Promise.all([0, 1, 2].map((index) => server.given.person(`m${run}_${index}`)));
          const [reader] = people as [Person];
          const posts: WrittenPost[] = [];
          const things = await addPlants(server.maru, people[0]!);
          await Promise.all(everyFollow.map(([who, whom]) => follow(people[who]!, people[whom]!)));
          let snapshot: Buffer | null = null;
          for (const { one, where } of all) {
            if (one.act === "flush") await flush();
            else if (one.act === "snapshot") snapshot = await dump(reader);
            else if (one.act === "restore") await restore(reader, snapshot);
            else if (one.act === "restart") {
              await second.stop();
              second = await startSecond();
            } else await takeHomeStep(both()[where]!, people, posts, things, one);
            await allHeard(both()[where]!);
            const wanted = await expectedHome(server.maru, reader);
            for (const maru of both()) {
              expect(await readHome(maru, reader, limit)).toEqual(wanted);
              drop(maru, reader);
              expect(await readHome(maru, reader, limit)).toEqual(wanted);
            }
            if (where === 1) drop(second, reader);
          }
        }),
        { numRuns: 12 },
      );
    },
  );

  async function restore(person: Person, snapshot: Buffer | null): Promise<void> {
    if (snapshot !== null)
      await redis().ask((client) =>
        client.set(keyOf(person), snapshot, { expiration: { type: "EX", value: 60 } }),
      );
  }

  test(
    "flushed all the time under load, no process misses a post that it has confirmed",
    { timeout: 60_000 },
    async () => {
      const [reader, ...authors] = await Promise.all([1, 2, 3, 4].map(() => server.given.person()));
      for (const author of authors) await follow(reader!, author);
      const [unsteady, ...steady] = authors as [Person, Person, Person];
      let isOver = false;
      let posts = 0;
      const whileLoaded = async (work: () => Promise<unknown>) => {
        while (!isOver) await work();
      };
      const writeAndRead = (maru: Maru) => async () => {
        const written: WrittenPost[] = [];
        const people = [reader!, steady[posts % 2]!];
        await takeHomeStep(maru, people, written, [], {
          act: "post",
          who: 1,
          tag: "",
          visibility: "public",
          about: [],
        });
        if (posts % 3 > 0) drop(maru, reader!);
        else await maru.arrived();
        expect(await readHome(maru, reader!, 50)).toContain(written[0]!.id);
        if (++posts >= 150) isOver = true;
      };
      const changeFollows = async () => {
        for (const on of [false, true])
          await takeHomeStep(second, [reader!, unsteady], [], [], { act: "follow", who: 0, whom: 1, on });
      };
      await Promise.all([
        whileLoaded(flush),
        ...both().map((maru) => whileLoaded(writeAndRead(maru))),
        whileLoaded(changeFollows),
      ]);
      await allHeard(server.maru);
      await allHeard(second);
      for (const maru of both()) {
        expect(await readHome(maru, reader!, 50)).toEqual(await expectedHome(maru, reader!));
        drop(maru, reader!);
        expect(await readHome(maru, reader!, 50)).toEqual(await expectedHome(maru, reader!));
      }
    },
  );
});
