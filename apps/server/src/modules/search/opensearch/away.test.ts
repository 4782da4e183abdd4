import { createServer, connect, type AddressInfo, type Socket } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { enginesElsewhere, type TestEngineElsewhere } from "../../../../test/search-engine.ts";
import { testServer } from "../../../../test/test-server.ts";

/** A door before a service that can be shut and opened again. */
function createDoor(address: string) {
  const { hostname, port } = new URL(address);
  const sockets = new Set<Socket>();
  let isOpen = false;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    if (!isOpen) return void socket.destroy();
    const other = connect(Number(port), hostname);
    sockets.add(other);
    other.on("error", () => socket.destroy());
    socket.on("close", () => other.destroy());
    socket.pipe(other).pipe(socket);
  });
  return {
    async listen() {
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    open: () => void (isOpen = true),
    shut() {
      isOpen = false;
      for (const socket of sockets) socket.destroy();
    },
    close: () => server.close(),
  };
}

for (const engine of enginesElsewhere())
  describe.skipIf(!engine.isThere)(`while ${engine.name} is away`, async () => {
    await testAbsence(engine);
  });

async function testAbsence({ address, prefix }: TestEngineElsewhere) {
  const door = createDoor(address);
  const server = testServer({
    MARU_SEARCH_URL: await door.listen(),
    MARU_SEARCH_PREFIX: prefix,
    LOG_LEVEL: "silent",
  });
  const { as, given } = server;
  afterAll(() => {
    door.shut();
    door.close();
  });
  const search = (q: string) => as(null).get(`/search?type=posts&q=${q}`);
  const found = async (q: string) => {
    const answer = await search(q);
    return answer.statusCode === 200
      ? (answer.json().posts.items as { text: string }[]).map((post) => post.text)
      : answer.statusCode;
  };

  test("the site starts and works, and searching says what is wrong; then it catches up by itself", async () => {
    const ann = await given.person("ann_away");
    await given.post(ann, "앵무새 하나");
    const answer = await search("앵무새");
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ type: "/problems/search-unavailable" });
    expect(answer.headers["retry-after"]).toBeDefined();
    expect((await as(null).get("/search?type=people,tags&q=ann_away")).statusCode).toBe(200);
    // Nobody else waits for it.
    const posts = async () => (await as(null).get("/accounts/ann_away")).json().counts.posts as number;
    await expect.poll(posts, { timeout: 10_000 }).toBe(1);

    door.open();
    await expect.poll(() => found("앵무새"), { timeout: 30_000 }).toEqual(["앵무새 하나"]);

    door.shut();
    expect(await found("앵무새")).toBe(503);
    const second = await given.post(ann, "앵무새 둘");
    await given.post(ann, "앵무새 셋");
    await as(ann).delete(`/posts/${second.id}`);
    await expect.poll(posts, { timeout: 10_000 }).toBe(2);
    door.open();
    await expect.poll(() => found("앵무새"), { timeout: 30_000 }).toEqual(["앵무새 셋", "앵무새 하나"]);
  }, 90_000);

  test("a rebuild takes the place of the index at once, and an index that is lost is made again", async () => {
    const names = async () => {
      const list = await fetch(`${address}/_cat/indices/${prefix}-*?format=json`);
      return ((await list.json()) as { index: string }[]).map(({ index }) => index);
    };
    const before = await names();
    expect(before).toHaveLength(1);
    const seen = new Set<string>();
    let isOver = false;
    const searching = (async () => {
      while (!isOver) seen.add(JSON.stringify(await found("앵무새")));
    })();
    const shares: number[] = [];
    await server.maru.rebuild("search-opensearch", (share) => shares.push(share));
    isOver = true;
    await searching;
    expect([...seen]).toEqual(['["앵무새 셋","앵무새 하나"]']);
    expect(shares.at(-1)).toBe(1);
    const after = await names();
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);

    await fetch(`${address}/${after[0]}`, { method: "DELETE" });
    await expect.poll(() => found("앵무새"), { timeout: 30_000 }).toEqual(["앵무새 셋", "앵무새 하나"]);
  }, 60_000);
}
