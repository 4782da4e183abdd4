import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type Answer, startNameServer } from "../../../test/name-server.ts";
import { isPublicAddress, publicLookup } from "./public-address.ts";
import { createPublicPost, type PublicPost } from "./public-post.ts";

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

async function service(listener: Parameters<typeof createServer>[1]): Promise<{ at: Server; url: string }> {
  const at = createServer(listener).listen(0, "127.0.0.1");
  await once(at, "listening");
  ends.push(() => (at.closeAllConnections(), at.close()));
  return { at, url: `http://127.0.0.1:${(at.address() as AddressInfo).port}/` };
}

function egress(idle?: number): PublicPost {
  const made = createPublicPost({ loopback: true, ...(idle !== undefined && { idle }) });
  ends.push(made.close);
  return made;
}
const openOf = (at: Server) =>
  new Promise<number>((resolve) => at.getConnections((_error, count) => resolve(count)));

test("a connection that the other end keeps open is closed from here", async () => {
  const { at, url } = await service((request, response) => request.resume().on("end", () => response.end()));
  at.keepAliveTimeout = 0;
  const from = egress(200);
  await Promise.all(Array.from({ length: 8 }, () => from.post(url, Buffer.from("x"), {})));
  expect(await openOf(at)).toBeGreaterThan(0);
  await expect.poll(() => openOf(at)).toBe(0);
});

test("an answer without end is answered by hanging up", async () => {
  let sent = 0;
  const { url } = await service((_request, response) => {
    const chunk = Buffer.alloc(64 * 1024);
    const more = () => {
      while (!response.destroyed && response.write(chunk)) sent += chunk.length;
      if (!response.destroyed) response.once("drain", more);
    };
    more();
    response.once("close", () => (sent = -1));
  });
  expect((await egress().post(url, Buffer.from("x"), {})).status).toBe(200);
  await expect.poll(() => sent).toBe(-1);
});

test.each([301, 302, 303, 307, 308])(
  "a redirect (%i) is an answer like another and leads nowhere",
  async (status) => {
    let asked = 0;
    const inner = await service((_request, response) => (asked++, response.end()));
    const { url } = await service((_request, response) =>
      response.writeHead(status, { location: inner.url }).end(),
    );
    expect((await egress().post(url, Buffer.from("x"), {})).status).toBe(status);
    expect(asked).toBe(0);
  },
);

async function nameServer(answer: Answer): Promise<string> {
  const { address, close } = await startNameServer(answer);
  ends.push(close);
  return address;
}

const found = (server: string, host: string, all = true) =>
  new Promise((resolve) =>
    publicLookup(isPublicAddress, [server])(host, { all }, (error, addresses) =>
      resolve(error ? String(error) : addresses),
    ),
  );

test("every address of a name counts, whatever its name server says and however often it changes its mind", async () => {
  const answers: Record<string, string[]> = {
    "good.example": ["8.8.8.8"],
    "inner.example": ["10.0.0.7"],
    "both.example": ["8.8.8.8", "127.0.0.1"],
    "none.example": [],
  };
  let asked = 0;
  const server = await nameServer((name) =>
    name === "turns.example" ? [asked++ === 0 ? "8.8.8.8" : "127.0.0.1"] : answers[name],
  );
  expect(await found(server, "good.example")).toEqual([{ address: "8.8.8.8", family: 4 }]);
  expect(await found(server, "good.example", false)).toBe("8.8.8.8");
  for (const name of ["inner.example", "both.example"])
    expect(await found(server, name)).toContain("does not lead to the internet");
  expect(await found(server, "none.example")).toContain("none.example");
});

test("name servers that stay silent hold nobody up for long, and no thread", async () => {
  const server = await nameServer(() => undefined);
  const began = performance.now();
  const results = await Promise.all(
    Array.from({ length: 64 }, (_, index) => found(server, `${index}.silent.example`)),
  );
  for (const result of results) expect(result).toMatch(/ETIMEOUT/);
  expect(performance.now() - began).toBeLessThan(10_000);
});
