import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { writeBreedModel } from "../../../../test/breed-model.ts";
import * as photos from "../../../../test/photos.ts";
import { type RecognitionApp, startRecognition } from "../../../../test/recognition-app.ts";
import { type Person, testServer } from "../../../../test/test-server.ts";
import { innerPath } from "./inner-routes.ts";
import { isProven, prove } from "./proof.ts";

const server = testServer();
const ending: (() => unknown)[] = [];
let folder: string;
let person: Person;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maru-model-"));
  await writeBreedModel(folder);
  person = await server.given.person();
});
afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(env: Record<string, string>, onWeb = true): Promise<RecognitionApp> {
  const site = await startRecognition(server, env, onWeb);
  ending.push(site.stop);
  return site;
}
const recognizer = () =>
  start({ MARU_ROLES: "recognition", MARU_BREED_MODEL: folder, DATABASE_URL: "postgres://x/y" }, false);
const webOf = (address: string) => start({ MARU_RECOGNIZER_URL: address });
const jpeg = () => photos.abyssinian().jpeg({ quality: 95 }).toBuffer();
const send = (site: RecognitionApp, photo: Buffer) => site.send([["file", photo, "cat.jpg"]], person);
const slugOf = (answer: { json(): unknown }) =>
  (answer.json() as { type: string }).type.replace("/problems/", "");

/** Something that is no Maru. */
async function stranger(listener: RequestListener): Promise<string> {
  const other = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  ending.push(() => (other.closeAllConnections(), other.close()));
  return `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
}

test("the web passes photos on, and answers as if it had looked itself", async () => {
  const web = await webOf(await (await recognizer()).listen());
  const answer = await send(web, await jpeg());
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({
    verdict: "cat",
    model: "colours test",
    candidates: [{ breed: "abyssinian" }, {}, {}, {}, {}],
  });
  const small = await send(web, await photos.plain("#000", 1).png().toBuffer());
  expect(small.json()).toMatchObject({ verdict: "not-a-cat", candidates: [] });
  for (const [photo, slug] of [
    [await photos.bomb(10_000), "image-too-large"],
    [await photos.bomb(100), "broken-image"],
  ] as const) {
    const refused = await send(web, photo);
    expect([refused.statusCode, slugOf(refused)]).toEqual([422, slug]);
  }
  expect(web.recognition.helpers!["recognition"]!()).toBeUndefined();
});

test("nobody else is answered, and nothing of theirs is read", async () => {
  const { app } = await recognizer();
  const payload = await jpeg();
  const secret = await server.maru.platform.secret("recognition");
  const ask = (headers: Record<string, string>) =>
    app.inject({
      method: "POST",
      url: innerPath,
      payload,
      headers: { "content-type": "application/octet-stream", ...headers },
    });
  expect((await ask(prove(secret, payload.length))).statusCode).toBe(200);
  const old = Date.now() - 121_000;
  for (const headers of [
    {},
    prove(Buffer.alloc(32), payload.length),
    prove(secret, payload.length + 1),
    prove(secret, payload.length, old),
    { ...prove(secret, payload.length, old), "x-maru-time": String(Date.now()) },
    { ...prove(secret, payload.length), "x-maru-proof": "" },
  ]) {
    const answer = await ask(headers as Record<string, string>);
    expect([answer.statusCode, slugOf(answer)]).toEqual([401, "not-proven"]);
  }
  expect(isProven(secret, { time: ["1"], proof: [], bytes: 1 })).toBe(false);
});

test("a process that is away, no Maru, or one of another site is told once, and photos come back with it", async () => {
  const answers: [number, string][] = [
    [200, "<html>"],
    [404, "{}"],
    [401, "{}"],
    [503, "{}"],
  ];
  for (const [status, body] of answers) {
    const web = await webOf(
      await stranger((request, response) =>
        request.resume().on("end", () => response.writeHead(status).end(body)),
      ),
    );
    const answer = await send(web, await jpeg());
    expect([answer.statusCode, slugOf(answer)]).toEqual([503, "recognition-away"]);
    await send(web, await jpeg());
    expect(web.logged().match(/photos cannot be passed on/g)).toHaveLength(1);
    expect(web.recognition.helpers!["recognition"]!()).toContain("cannot be reached");
  }
  const busy = await webOf(
    await stranger((request, response) => request.resume().on("end", () => response.writeHead(429).end())),
  );
  const full = await send(busy, await jpeg());
  expect([full.statusCode, full.headers["retry-after"]]).toEqual([429, "2"]);

  const there = await recognizer();
  const web = await webOf(await there.listen());
  expect((await send(web, await jpeg())).statusCode).toBe(200);
  await there.stop();
  expect((await send(web, await jpeg())).statusCode).toBe(503);
});
