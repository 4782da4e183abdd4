import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { sql } from "kysely";
import pino from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../../../test/test-database.ts";
import { createDb, createPool } from "../../../platform/database/database.ts";
import { createPublicGet } from "../../../platform/egress/public-get.ts";
import { createLinkPreviews, deleteOld, type LinkPreviews } from "./link-preview.ts";

const database = testDatabase();
const html = { "content-type": "text/html; charset=utf-8" };
let server: Server;
let origin: string;
let answer: (response: ServerResponse, url: string) => void;
let asked: string[];
let previews: LinkPreviews;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!);
    answer(response, request.url!);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  answer = (response, url) => response.writeHead(200, html).end(`<title>Page ${url}</title>`);
  previews = makePreviews();
});
afterEach(async () => {
  await previews.stop();
  await sql`truncate link_preview, chat cascade`.execute(database.db);
});

const makePreviews = (timeoutMs = 5_000) =>
  createLinkPreviews({
    db: database.db,
    get: createPublicGet({ loopback: (server.address() as AddressInfo).port, timeoutMs }),
    logger: pino({ level: "silent" }),
  });
const shown = (title: string) => ({ title, description: "", siteName: "" });
const rows = () => database.db.selectFrom("linkPreview").selectAll().orderBy("url").execute();
const age = (interval: string) =>
  sql`update link_preview set fetched_at = fetched_at - ${interval}::interval`.execute(database.db);

test("a page is fetched once, whoever asks, and remembered for a day", async () => {
  const url = `${origin}/a`;
  const found = await Promise.all(Array.from({ length: 64 }, () => previews.previewOf(url)));
  expect(found).toEqual(Array(64).fill(shown("Page /a")));
  expect(await makePreviews().previewOf(url)).toEqual(shown("Page /a"));
  await age("23 hours");
  expect(await previews.previewOf(url)).toEqual(shown("Page /a"));
  expect(asked).toEqual(["/a"]);
  await age("2 hours");
  answer = (response) =>
    response
      .writeHead(200, html)
      .end(
        `<title>New</title><meta name=description content=Words><meta property=og:site_name content=Maru>`,
      );
  const now = { title: "New", description: "Words", siteName: "Maru" };
  expect(await previews.previewOf(url)).toEqual(now);
  expect(await previews.previewOf(url)).toEqual(now);
  expect(asked).toEqual(["/a", "/a"]);
  expect(await rows()).toMatchObject([{ url, ...now }]);
});

test("that there is nothing is remembered for an hour", async () => {
  answer = (response) => response.writeHead(404, html).end(`<title>Not found</title>`);
  const url = `${origin}/b`;
  expect(await previews.previewOf(url)).toBe(null);
  await age("59 minutes");
  expect(await previews.previewOf(url)).toBe(null);
  expect(asked).toEqual(["/b"]);
  await age("2 minutes");
  answer = (response) => response.writeHead(200, html).end(`<title>Found</title>`);
  expect(await previews.previewOf(url)).toEqual(shown("Found"));
});

const korean = Buffer.concat([
  Buffer.from("<meta charset=euc-kr><title>"),
  Buffer.from([0xb0, 0xed, 0xbe, 0xe7, 0xc0, 0xcc]),
  Buffer.from("</title>"),
]);
const hostile: [string, string | null, (response: ServerResponse, url: string) => void][] = [
  [
    "a Korean page",
    "고양이",
    (response) => response.writeHead(200, { "content-type": "text/html" }).end(korean),
  ],
  ["no title", null, (response) => response.writeHead(200, html).end("<h1>words</h1>")],
  ["no HTML", null, (response) => response.writeHead(200, { "content-type": "text/plain" }).end("<title>x")],
  ["its own fault", null, (response) => response.writeHead(500, html).end("<title>x</title>")],
  ["a way round", null, (response, url) => response.writeHead(302, { location: url }).end()],
  [
    "a way to this machine",
    null,
    (response) => response.writeHead(302, { location: "http://127.0.0.1/" }).end(),
  ],
  [
    "a way to the machine's keeper",
    null,
    (response) => response.writeHead(302, { location: "http://169.254.169.254/latest" }).end(),
  ],
  [
    "a bomb with a title",
    "Boom",
    (response) =>
      response
        .writeHead(200, { ...html, "content-encoding": "gzip" })
        .end(gzipSync(Buffer.concat([Buffer.from("<title>Boom</title>"), Buffer.alloc(32 * 1024 * 1024)]))),
  ],
  [
    "a page without end",
    "Endless",
    (response) => {
      response.writeHead(200, html).write("<title>Endless</title>");
      const more = () => {
        while (!response.destroyed && response.write(" ".repeat(64 * 1024)));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    },
  ],
  ["words one by one", null, (response) => void response.writeHead(200, html).write("<title>Slow</title>")],
];
test.each(hostile)("of %s is shown %j", async (_what, title, how) => {
  answer = how;
  previews = makePreviews(1_000);
  const url = `${origin}/hostile`;
  expect(await previews.previewOf(url)).toEqual(title === null ? null : shown(title));
  expect(await rows()).toMatchObject([{ url, title }]);
});

test("what was there stays while the page cannot be had, and is looked at again within the hour", async () => {
  const url = `${origin}/c`;
  await previews.previewOf(url);
  await age("2 days");
  answer = (response) => response.writeHead(503).end();
  expect(await previews.previewOf(url)).toEqual(shown("Page /c"));
  await age("59 minutes");
  expect(await previews.previewOf(url)).toEqual(shown("Page /c"));
  expect(asked.length).toBe(2);
  await age("2 minutes");
  answer = (response) => response.writeHead(410).end();
  expect(await previews.previewOf(url)).toBe(null);
  expect(asked.length).toBe(3);
});

test("four at once, 200 wait, and the rest is neither fetched nor remembered", async () => {
  const held: ServerResponse[] = [];
  answer = (response) => held.push(response);
  const found = Array.from({ length: 210 }, (_, at) => previews.previewOf(`${origin}/${at}`));
  const ended = { nothing: 0, pages: 0 };
  for (const one of found) void one.then((preview) => ended[preview ? "pages" : "nothing"]++);
  await expect.poll(() => ended.nothing).toBe(6);
  await expect.poll(() => held.length).toBe(4);
  expect(await rows()).toEqual([]);
  answer = (response) => response.writeHead(200, html).end("<title>x</title>");
  for (const response of held) answer(response, "");
  await Promise.all(found);
  expect(ended).toEqual({ nothing: 6, pages: 204 });
  expect((await rows()).length).toBe(204);
});

test("it stops at once, and what was under way leaves nothing behind", async () => {
  await previews.previewOf(`${origin}/known`);
  asked = [];
  answer = () => {};
  const found = Array.from({ length: 6 }, (_, at) => previews.previewOf(`${origin}/${at}`));
  await expect.poll(() => asked.length).toBe(4);
  const began = performance.now();
  await previews.stop();
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(await Promise.all(found)).toEqual(Array(6).fill(null));
  expect(await previews.previewOf(`${origin}/known`)).toBe(null);
  expect((await rows()).length).toBe(1);
  expect(asked.length).toBe(4);
});

test("a database that is away means no preview, and no error", async () => {
  const pool = createPool("postgres://127.0.0.1:1/nowhere", 1, () => {});
  const away = createLinkPreviews({
    db: createDb(pool),
    get: createPublicGet({ loopback: false }),
    logger: pino({ level: "silent" }),
  });
  expect(await away.previewOf(`${origin}/d`)).toBe(null);
  await away.stop();
  await pool.end();
});

test("what nobody has asked for in 30 days goes, unless a message leads to it", async () => {
  const { db } = database;
  const at = (days: number) => new Date(Date.now() - days * 24 * 3600 * 1000);
  const put = (url: string, days: number) =>
    db
      .insertInto("linkPreview")
      .values({ url, title: null, fetchedAt: at(days) })
      .execute();
  await put("https://old.example/", 31);
  await put("https://new.example/", 29);
  await put("https://used.example/", 31);
  await sql`
    with one as (insert into chat (kind, status) values ('group', 'running') returning id)
    insert into chat_message (chat_id, seq, client_id, text, link_url) select id, 1, 'x', 'x', 'https://used.example/' from one
  `.execute(db);
  await deleteOld(db);
  expect((await rows()).map((row) => row.url)).toEqual(["https://new.example/", "https://used.example/"]);
});
