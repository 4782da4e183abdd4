import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeBreedModel } from "../../../../test/breed-model.ts";
import type { Part } from "../../../../test/photo-form.ts";
import * as photos from "../../../../test/photos.ts";
import { type RecognitionApp, startRecognition } from "../../../../test/recognition-app.ts";
import { type Person, testServer } from "../../../../test/test-server.ts";
import type { RecognitionAnswer } from "./answer.ts";

const server = testServer();
const { given } = server;
let folder: string;
let site: RecognitionApp;
let person: Person;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maru-model-"));
  await writeBreedModel(folder);
  site = await startRecognition(server, { MARU_BREED_MODEL: folder });
  person = await given.person();
});
afterAll(async () => {
  await site.stop();
  await rm(folder, { recursive: true, force: true });
});

const jpeg = () => photos.abyssinian().jpeg({ quality: 95 }).toBuffer();
const send = (photo: Buffer, who: Person | null = person) => site.send([["file", photo, "cat.jpg"]], who);
const slugOf = (answer: { json(): unknown }) =>
  (answer.json() as { type: string }).type.replace("/problems/", "");

test("a photo is answered with a verdict, and breeds in both languages", async () => {
  const answer = await send(await jpeg());
  expect(answer.statusCode).toBe(200);
  expect(answer.headers["cache-control"]).toBe("no-store");
  const { candidates, ...rest } = answer.json<RecognitionAnswer>();
  expect(rest).toEqual({ verdict: "cat", model: "colours test", milliseconds: expect.any(Number) });
  expect(candidates).toHaveLength(5);
  expect(candidates[0]).toEqual({
    breed: "abyssinian",
    name: { ko: "abyssinian 고양이", en: "abyssinian" },
    confidence: expect.closeTo(0.87, 2),
  });
  expect(site.recognition.breeds.map(({ id }) => id)).toContain("persian");
  expect(site.recognition.isOn).toBe(true);
});

test.each([
  ["one that lies on its side", () => photos.turnedByExif(), "cat"],
  ["noise", () => photos.noise(), "unsure"],
  ["one colour", () => photos.plain("#000").png().toBuffer(), "not-a-cat"],
  ["one pixel", () => photos.plain("#000", 1).png().toBuffer(), "not-a-cat"],
  ["a film", () => photos.animated("gif"), "cat"],
])("%s has a verdict", async (_name, make, verdict) => {
  const answer = await send(await make());
  expect([answer.statusCode, answer.json<RecognitionAnswer>().verdict]).toEqual([200, verdict]);
});

test.each<[name: string, make: () => Promise<Buffer> | Buffer, status: number, slug: string]>([
  ["100 megapixels", () => photos.bomb(10_000), 422, "image-too-large"],
  ["pixels beyond counting", () => photos.bomb(2 ** 31 - 1), 422, "broken-image"],
  ["a header without a picture", () => photos.bomb(5_000), 422, "broken-image"],
  [
    "half a JPEG",
    async () => (await photos.plain("#abc", 900).jpeg().toBuffer()).subarray(0, 3000),
    422,
    "broken-image",
  ],
  ["a renamed program", () => Buffer.from("MZ\x90\0".padEnd(4000, "\0")), 415, "unsupported-image"],
  [
    "an SVG",
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    415,
    "unsupported-image",
  ],
  ["a TIFF", () => photos.abyssinian().tiff().toBuffer(), 415, "unsupported-image"],
  ["an empty file", () => Buffer.alloc(0), 415, "unsupported-image"],
  ["more than 20 MB", () => Buffer.alloc(20 * 1024 * 1024 + 1, 0xff), 413, "too-large"],
  ["far more than 20 MB", () => Buffer.alloc(22 * 1024 * 1024, 0xff), 413, "too-large"],
])("%s is refused", async (_name, make, status, slug) => {
  const answer = await send(await make());
  expect([answer.statusCode, slugOf(answer)]).toEqual([status, slug]);
  expect(answer.headers["content-type"]).toContain("application/problem+json");
});

test("a form without one photo is refused, and what is no form", async () => {
  const photo = await jpeg();
  for (const [parts, status] of [
    [[], 422],
    [
      [
        ["file", photo, "a.jpg"],
        ["file", photo, "b.jpg"],
      ],
      413,
    ],
    [[["photo", photo, "a.jpg"]], 422],
    [
      [
        ["file", photo, "a.jpg"],
        ["breed", "persian"],
      ],
      422,
    ],
  ] as [Part[], number][])
    expect((await site.send(parts, person)).statusCode).toBe(status);
  const cut = await site.app.inject({
    method: "POST",
    url: "/api/v1/cats/recognize",
    payload: "------maru\r\nContent-Dispo",
    headers: {
      authorization: `Bearer ${person.token}`,
      "content-type": "multipart/form-data; boundary=----maru",
    },
  });
  expect(cut.statusCode).toBe(400);
  const json = await site.app.inject({
    method: "POST",
    url: "/api/v1/cats/recognize",
    payload: { file: "x" },
    headers: { authorization: `Bearer ${person.token}` },
  });
  expect(json.statusCode).toBe(415);
  expect((await send(photo, null)).statusCode).toBe(401);
});

test("a photo leaves nothing: no file, no row, no line", async () => {
  const { pool, config } = server.maru.platform;
  const rows = async () => {
    const { rows: tables } = await pool.query<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
    );
    const counts = tables.map(({ name }) => `select '${name}' as name, count(*) from "${name}"`);
    return (await pool.query(counts.join(" union all "))).rows;
  };
  const files = async () =>
    (
      await Promise.all(
        [config.dataDir, tmpdir()].map((place) => readdir(place, { recursive: place !== tmpdir() })),
      )
    ).flat();
  const before = { rows: await rows(), files: new Set(await files()), logged: site.logged() };
  const photo = await photos.plain("#d24680", 800).png().toBuffer();
  expect((await send(photo)).statusCode).toBe(200);
  expect((await send(photo.subarray(0, 600))).statusCode).toBe(422);
  expect((await send(await photos.bomb(10_000))).statusCode).toBe(422);
  expect(await rows()).toEqual(before.rows);
  // Other tests of the same run have folders of theirs there.
  const added = (await files()).filter((file) => !before.files.has(file) && !/maru-|vitest|node-/.test(file));
  expect(added).toEqual([]);
  const lines = site.logged().slice(before.logged.length).split("\n").filter(Boolean);
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    const known = [
      "level",
      "time",
      "pid",
      "hostname",
      "reqId",
      "msg",
      "method",
      "route",
      "status",
      "ms",
      "busboyOptions",
    ];
    expect(known).toEqual(expect.arrayContaining(Object.keys(JSON.parse(line) as object)));
    expect(line).not.toContain("cat.jpg");
  }
});

describe("without a model", () => {
  test("a site that has switched it off says so", async () => {
    const off = await startRecognition(server, {
      MARU_BREED_RECOGNITION: "off",
      MARU_BREED_MODEL: "/nowhere",
    });
    const answer = await off.send([["file", await jpeg(), "a.jpg"]], person);
    expect([answer.statusCode, slugOf(answer)]).toEqual([503, "recognition-off"]);
    expect([
      off.recognition.isOn,
      off.recognition.breeds,
      off.recognition.helpers!["recognition"]!(),
    ]).toEqual([false, [], undefined]);
    await off.stop();
  });

  test("a model that the operator chose and that is wrong stops the start, and says what to do", async () => {
    const wrong = join(folder, "wrong");
    await expect(startRecognition(server, { MARU_BREED_MODEL: wrong })).rejects.toThrow(
      /^MARU_BREED_MODEL=.*wrong cannot be used: .*card\.json is not there\. docs\/breed-recognition\.md/,
    );
    await writeBreedModel(wrong, (card) => (card.temperature = -1));
    await expect(startRecognition(server, { MARU_BREED_MODEL: wrong })).rejects.toThrow(
      "temperature must be > 0",
    );
    await writeBreedModel(wrong, (card) => (card.sha256 = "0".repeat(64)));
    await expect(startRecognition(server, { MARU_BREED_MODEL: wrong })).rejects.toThrow(
      "sha256 was expected",
    );
    await writeBreedModel(wrong, (card) => (card.check.logits[0]! += 1));
    await expect(startRecognition(server, { MARU_BREED_MODEL: wrong })).rejects.toThrow(
      "check.logits was expected",
    );
  });
});

test("photos are decoded apart from what answers requests", async () => {
  const photo = await sharp({ create: { width: 6000, height: 4000, channels: 3, background: "#8ac" } })
    .png()
    .toBuffer();
  await send(photo);
  const { monitorEventLoopDelay } = await import("node:perf_hooks");
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (let round = 0; round < 5; round++) expect((await send(photo)).statusCode).toBe(200);
  delay.disable();
  expect(delay.percentile(90) / 1e6).toBeLessThan(20);
});
