import type { Socket } from "socket.io-client";
import { describe, expect, test } from "vitest";
import { openPages } from "../../../test/open-pages.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const limited = { MARU_RATE_LIMITS: "on", MARU_TRUST_PROXY: "on" };
const refused = { error: "too-many-requests" };
const slowDown = { ...refused, status: 429, retryAfter: expect.any(Number) as number };

/** Resolves with the page, or with why there is none. */
function connect(pages: ReturnType<typeof openPages>, { token }: Person, address = "192.0.2.1") {
  const socket = pages.open({
    auth: { token },
    extraHeaders: { "x-forwarded-for": address },
    forceNew: true,
  });
  return new Promise<Socket | string>((resolve) => {
    socket.once("connect", () => resolve(socket));
    socket.once("connect_error", ({ message }) => resolve(message));
  });
}

describe("messages", () => {
  const server = testServer(limited);
  const pages = openPages(server);
  const open = async (person: Person) => (await connect(pages, person)) as Socket;
  const ask = (page: Socket, times: number) =>
    Promise.all(Array.from({ length: times }, () => page.emitWithAck("watch", { postIds: [] })));

  test("a page that asks too often is refused, another page is not", async () => {
    const person = await server.given.person();
    const [eager, calm] = [await open(person), await open(person)];
    const answers = await ask(eager, 102);
    expect(answers.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => ({ watching: 0 })));
    expect(answers.slice(100)).toMatchObject([slowDown, slowDown]);
    // Whatever it says.
    expect(await eager.emitWithAck("nonsense")).toMatchObject(slowDown);
    expect(await ask(calm, 1)).toEqual([{ watching: 0 }]);
  });

  test("many pages together are refused too, other people are not", async () => {
    const [person, other] = [await server.given.person(), await server.given.person()];
    const answers = [];
    for (let page = 0; page < 4; page++) answers.push(...(await ask(await open(person), 76)));
    expect(answers.filter((answer) => "error" in answer)).toMatchObject(
      Array.from({ length: 4 }, () => slowDown),
    );
    expect(await ask(await open(other), 1)).toEqual([{ watching: 0 }]);
  });

  test("a page that floods is slowed and told of each message, while others are heard", async () => {
    const flood = await open(await server.given.person());
    const calm = await open(await server.given.person());
    const answers: Promise<object>[] = [];
    for (let turn = 0; turn < 3_000; turn++) answers.push(flood.emitWithAck("watch", { postIds: [] }));
    expect(await ask(calm, 1)).toEqual([{ watching: 0 }]);
    const errors = (await Promise.all(answers)).filter((answer) => "error" in answer);
    expect(errors.length).toBeGreaterThanOrEqual(2_700);
    expect(flood.connected).toBe(true);
  });
});

describe("connections", () => {
  const server = testServer(limited);
  const pages = openPages(server);

  test("ten tabs that come back together are let in, a hundred stay open, and so many a minute are enough", async () => {
    const [person, other] = [await server.given.person(), await server.given.person()];
    const open: Socket[] = [];
    for (let turn = 0; turn < 10; turn++) {
      const tabs = await Promise.all(Array.from({ length: 10 }, () => connect(pages, person)));
      expect(tabs.filter((tab) => typeof tab === "string")).toEqual([]);
      open.push(...(tabs as Socket[]));
    }
    expect(await connect(pages, person)).toBe(refused.error);
    for (const socket of open) socket.close();
    // Refused ones count as well: 101 were asked for.
    const { sockets } = server.maru.platform;
    await expect.poll(() => sockets.online.has(Number(person.id))).toBe(false);
    for (let turn = 101; turn < 120; turn++) expect(await connect(pages, person)).not.toBeTypeOf("string");
    expect(await connect(pages, person)).toBe(refused.error);
    expect(await connect(pages, other)).not.toBeTypeOf("string");
  });

  test("an address that only knocks is refused, others are not", async () => {
    const person = await server.given.person();
    const knock = (address: string) =>
      fetch(`${pages.origin}/socket/?EIO=4&transport=polling`, { headers: { "x-forwarded-for": address } });
    const answers: number[] = [];
    for (let turn = 0; turn < 61; turn++) {
      const some = await Promise.all(Array.from({ length: 10 }, () => knock("198.51.100.7")));
      answers.push(...some.map((answer) => answer.status));
    }
    expect(answers.filter((status) => status === 403)).toHaveLength(10);
    const error = await connect(pages, person, "198.51.100.7");
    expect(error).toBe("websocket error");
    expect(await connect(pages, person, "198.51.100.8")).not.toBeTypeOf("string");
  });
});
