import { once } from "node:events";
import type { Server, ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { Socket } from "node:net";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { makeAuthority } from "../../../test/certificate.ts";
import { localSites } from "../../../test/local-site.ts";
import { startNameServer } from "../../../test/name-server.ts";
import { createPublicGet, type PublicAnswer, type PublicGet } from "./public-get.ts";

const most = 512 * 1024;
const { endWithTest, listen, oddSite, site } = localSites();
const html = { "content-type": "text/html" };

function egress(more: Partial<Parameters<typeof createPublicGet>[0]> = {}): PublicGet {
  const made = createPublicGet({ loopback: true, ...more });
  endWithTest(made.close);
  return made;
}

const bodyOf = (answer: PublicAnswer) => {
  if (answer.end !== "page") throw new Error(answer.reason);
  return answer.body;
};

test.each([
  ["gzip", gzipSync("words")],
  ["GZip", gzipSync("words")],
  ["br", brotliCompressSync("words")],
  ["identity", Buffer.from("words")],
])("what is sent as %s is read", async (encoding, bytes) => {
  const { url } = await site((response) =>
    response.writeHead(200, { ...html, "content-encoding": encoding }).end(bytes),
  );
  expect(bodyOf(await egress().get(url)).toString()).toBe("words");
});

test.each(["zstd", "gzip, gzip", "constructor"])("what is sent as %s is not", async (encoding) => {
  const { url } = await site((response) =>
    response.writeHead(200, { ...html, "content-encoding": encoding }).end(gzipSync("words")),
  );
  expect(await egress().get(url)).toMatchObject({ end: "refused" });
});

test("what is not what its encoding says has failed", async () => {
  const { url } = await site((response) =>
    response.writeHead(200, { ...html, "content-encoding": "gzip" }).end("no gzip"),
  );
  expect(await egress().get(url)).toMatchObject({ end: "failed" });
});

const zeros = Buffer.alloc(64 * 1024 * 1024);
const hasty = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
test.each([
  ["gzip", () => gzipSync(zeros, { level: 1 })],
  ["br", () => brotliCompressSync(zeros, hasty)],
])("of a %s bomb only the beginning goes off", async (encoding, make) => {
  const bomb = make();
  const { url, open } = await site((response) =>
    response.writeHead(200, { ...html, "content-encoding": encoding }).end(bomb),
  );
  expect(bodyOf(await egress().get(url)).length).toBe(most);
  await expect.poll(open).toBe(0);
});

/** Sends for as long as somebody listens; answers how much that was. */
function sendWithoutEnd(response: ServerResponse, chunk: Buffer): Promise<number> {
  let sent = 0;
  const more = () => {
    while (!response.destroyed && response.write(chunk)) sent += chunk.length;
    if (!response.destroyed) response.once("drain", more);
  };
  more();
  return new Promise((resolve) => response.once("close", () => resolve(sent)));
}

test("a page without end is cut off and hung up on", async () => {
  let sent: Promise<number> | undefined;
  const { url } = await site((response) => {
    sent = sendWithoutEnd(response.writeHead(200, html), Buffer.alloc(64 * 1024, "x"));
  });
  expect(bodyOf(await egress().get(url)).length).toBe(most);
  expect(await sent).toBeLessThan(20 * 1024 * 1024);
});

test("what decodes into nothing, without end, is cut off as well", async () => {
  const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
  const emptyBlocks = Buffer.alloc(64 * 1024 - ((64 * 1024) % 5));
  for (let at = 0; at < emptyBlocks.length; at += 5) emptyBlocks.set([0, 0, 0, 0xff, 0xff], at);
  const { url } = await site((response) => {
    response.writeHead(200, { ...html, "content-encoding": "gzip" }).write(head);
    void sendWithoutEnd(response, emptyBlocks);
  });
  expect(bodyOf(await egress({ timeoutMs: 15_000 }).get(url)).length).toBe(0);
});

test.each([
  ["before its answer", () => {}],
  ["within its headers", (socket: Socket) => drip(socket, "HTTP/1.1 200 OK\r\nx: ")],
  [
    "within its page",
    (socket: Socket) => drip(socket, "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<"),
  ],
])("who is slow %s is waited for only so long", async (_where, answer) => {
  let closed: Promise<unknown> | undefined;
  const url = await oddSite((socket) => {
    closed = once(socket, "close");
    answer(socket);
  });
  const began = performance.now();
  expect(await egress({ timeoutMs: 300 }).get(url)).toMatchObject({ end: "failed" });
  expect(performance.now() - began).toBeLessThan(2_000);
  await closed;
});

function drip(socket: Socket, beginning: string) {
  socket.write(beginning);
  const timer = setInterval(() => socket.write("x"), 20);
  socket.once("close", () => clearInterval(timer));
}

test.each([
  ["nothing", ""],
  ["no HTTP", "SSH-2.0-OpenSSH_9.9\r\n"],
  ["another protocol", "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n"],
  ["headers without measure", `HTTP/1.1 200 OK\r\nx: ${"x".repeat(1024 * 1024)}\r\n\r\n`],
  ["half a page", "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 9\r\n\r\n<ti"],
])("who answers %s has failed, at once", async (_what, answer) => {
  const url = await oddSite((socket) => socket.end(answer));
  const began = performance.now();
  expect(await egress().get(url)).toMatchObject({ end: "failed" });
  expect(performance.now() - began).toBeLessThan(2_000);
});

test("who is not there, or whom nobody vouches for, has failed", async () => {
  const { certificate, key } = makeAuthority("nobody").sign("127.0.0.1");
  const tls = await listen(createTlsServer({ cert: certificate, key }) as unknown as Server);
  expect(await egress().get(`https://127.0.0.1:${tls.port}/`)).toMatchObject({ end: "failed" });
  expect(tls.asked).toEqual([]);
  expect(await egress().get("http://127.0.0.1:1/")).toMatchObject({ end: "failed" });
});

test("a silent name server is waited for only so long", async () => {
  const server = await startNameServer(() => undefined);
  endWithTest(server.close);
  const began = performance.now();
  const from = egress({ loopback: false, servers: [server.address], timeoutMs: 300 });
  expect(await from.get("http://silent.example/")).toMatchObject({ end: "failed" });
  expect(performance.now() - began).toBeLessThan(1_500);
});

test.each([
  [404, html],
  [200, { "content-type": "text/plain" }],
  [200, { ...html, "content-encoding": "zstd" }],
  [302, { location: "ftp://example.com/" }],
])("who answers %i with %j and more is hung up on", async (status, headers) => {
  const { url, open } = await site((response) => void response.writeHead(status, headers).write("x"));
  expect(await egress().get(url)).toMatchObject({ end: "refused" });
  await expect.poll(open).toBe(0);
});

test("whatever is under way ends when it is closed, and half a page is none", async () => {
  const sockets: Socket[] = [];
  const url = await oddSite((socket) => {
    if (sockets.push(socket) === 2)
      drip(socket, "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<title>x");
  });
  const from = egress();
  const answers = Promise.all([from.get(url), from.get(url)]);
  await expect.poll(() => sockets.length).toBe(2);
  const closed = Promise.all(sockets.map((socket) => once(socket, "close")));
  from.close();
  expect(await answers).toMatchObject([{ end: "failed" }, { end: "failed" }]);
  await closed;
});
