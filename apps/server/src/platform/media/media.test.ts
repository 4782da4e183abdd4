import { readdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";
import type { Media } from "./media-schema.ts";

const server = testServer();
const { as, given } = server;
let person: Person;
beforeAll(async () => {
  person = await given.person();
});

type Field = [name: string, value: string | Buffer, fileName?: string];

/** Uploads a form as a browser would. */
function send(fields: Field[], who: Person | null = person, headers: Record<string, string> = {}) {
  const boundary = "----maru";
  const parts = fields.flatMap(([name, value, file]) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file ? `; filename="${file}"\r\nContent-Type: image/jpeg` : ""}\r\n\r\n`,
    value,
    "\r\n",
  ]);
  const payload = Buffer.concat([...parts, `--${boundary}--\r\n`].map((part) => Buffer.from(part)));
  return as(who).post("/media", undefined, {
    payload,
    headers: { "content-type": `multipart/form-data; boundary=${boundary}`, ...headers },
  });
}
const upload = (file: Buffer, ...more: Field[]) => send([["file", file, "photo.jpg"], ...more]);

const picture = (width: number, height: number, color = "#c84") =>
  sharp({ create: { width, height, channels: 3, background: color } });
const read = async (media: Media, type: string, width: number) =>
  (await as(null).get(`/${media.variants.find((one) => one.type === type && one.width === width)!.url}`))
    .rawPayload;
const filesOf = async (media: Media) => {
  const hash = media.url.slice("/media/".length, "/media/".length + 32);
  const folder = join(server.maru.platform.config.dataDir, "media", hash.slice(0, 2));
  return (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(hash));
};

describe("what is taken", () => {
  test("a photo comes back upright, without what the camera wrote into it, in three widths and three types", async () => {
    const photo = await picture(3000, 2000)
      .withExif({ IFD0: { Copyright: "Ann" }, IFD3: { GPSLatitude: "37/1 33/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const answer = await upload(photo, ["alt", "새 방석 위의 두부"]);
    expect(answer.statusCode).toBe(201);
    const media = answer.json<Media>();
    expect(media).toMatchObject({ width: 1920, height: 2880, alt: "새 방석 위의 두부" });
    expect(media.variants.map((one) => `${one.type} ${one.width}`)).toEqual(
      ["avif", "webp", "jpeg"].flatMap((type) => [480, 960, 1920].map((width) => `image/${type} ${width}`)),
    );
    for (const { type, width, height } of media.variants) {
      const made = await sharp(await read(media, type, width)).metadata();
      expect([made.width, made.height, made.exif, made.orientation]).toEqual([
        width,
        height,
        undefined,
        undefined,
      ]);
    }
    expect(Buffer.from(media.placeholder, "base64").length).toBeGreaterThan(4);
  });

  test.each([
    [
      "a PNG with transparency",
      () =>
        sharp({ create: { width: 40, height: 30, channels: 4, background: "#0000" } })
          .png()
          .toBuffer(),
    ],
    ["one pixel", () => picture(1, 1).png().toBuffer()],
    ["a GIF called .jpg", () => picture(50, 50).gif().toBuffer()],
    ["a WebP", () => picture(50, 50).webp().toBuffer()],
    ["an AVIF", () => picture(64, 64).avif().toBuffer()],
    ["a JPEG in CMYK", () => picture(50, 50).toColourspace("cmyk").jpeg().toBuffer()],
    ["a very tall one", () => picture(10, 4000).png().toBuffer()],
  ])("%s", async (_name, make) => {
    const answer = await upload(await make());
    expect([answer.statusCode, answer.json<Media>().variants.at(-1)?.type]).toEqual([201, "image/jpeg"]);
  });

  test("a square can be cut out of it", async () => {
    const half = await picture(100, 100, "#f00")
      .composite([{ input: await picture(50, 100, "#00f").png().toBuffer(), left: 50, top: 0 }])
      .png()
      .toBuffer();
    const media = (await upload(half, ["crop", "50,0,50"])).json<Media>();
    expect([media.width, media.height]).toEqual([50, 50]);
    const { dominant } = await sharp(await read(media, "image/jpeg", 50)).stats();
    expect(dominant.b).toBeGreaterThan(200);
    expect(dominant.r).toBeLessThan(50);
  });

  test("a square is kept for faces: in widths of which the least is some kilobytes", async () => {
    const photo = await picture(2000, 1500).jpeg().toBuffer();
    const media = (await upload(photo, ["crop", "250,0,1500"])).json<Media>();
    expect(media.variants.map((one) => `${one.type} ${one.width}`)).toEqual(
      ["avif", "webp", "jpeg"].flatMap((type) => [160, 480, 960].map((width) => `image/${type} ${width}`)),
    );
  });
});

describe("what is refused", () => {
  /** A PNG that says it has 30,000 × 30,000 pixels. */
  const bomb = async () => {
    const png = await picture(8, 8).png().toBuffer();
    png.writeUInt32BE(30_000, 16);
    png.writeUInt32BE(30_000, 20);
    return png;
  };
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const noise = Buffer.from(Array.from({ length: 40_000 }, (_, index) => (index * 7919) % 251));

  test.each([
    ["an SVG with a script", async () => svg, 415],
    ["a program", async () => Buffer.from("MZ\x90\0".padEnd(200, "\0")), 415],
    ["an empty file", async () => Buffer.alloc(0), 415],
    ["a PNG of 900 megapixels", bomb, 422],
    [
      "the first bytes of a JPEG and noise",
      async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), noise]),
      422,
    ],
    [
      "half a JPEG",
      async () =>
        (
          await sharp(noise, { raw: { width: 100, height: 100, channels: 4 } })
            .removeAlpha()
            .jpeg()
            .toBuffer()
        ).subarray(0, 2500),
      422,
    ],
    ["more than 20 MB", async () => Buffer.alloc(20 * 1024 * 1024 + 1, 0xff), 413],
  ])("%s", async (_name, make, status) => {
    const answer = await upload(await make());
    expect(answer.statusCode).toBe(status);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
  });

  test.each<[string, Field[], number]>([
    ["no file", [["alt", "x"]], 422],
    [
      "two files",
      [
        ["file", svg, "a.jpg"],
        ["file", svg, "b.jpg"],
      ],
      413,
    ],
    ["an unknown field", [["owner", "1"]], 422],
    ["a crop beyond the picture", [["crop", "0,0,51"]], 422],
    ["a crop that is none", [["crop", "0,0,-1"]], 422],
    ["an alt text that is too long", [["alt", "가".repeat(1501)]], 422],
  ])("%s", async (name, fields, status) => {
    const file: Field[] =
      name === "no file" || name === "two files"
        ? []
        : [["file", await picture(50, 50).png().toBuffer(), "a.png"]];
    expect((await send([...file, ...fields])).statusCode).toBe(status);
  });

  test("who is signed out, and what is no form", async () => {
    expect((await send([["file", await picture(9, 9).png().toBuffer(), "a.png"]], null)).statusCode).toBe(
      401,
    );
    expect((await as(person).post("/media", { file: "x" })).statusCode).toBe(415);
  });

  test("nothing is left of it", async () => {
    await upload(await bomb());
    expect(await readdir(join(server.maru.platform.config.dataDir, "incoming"))).toEqual([]);
  });
});

test("the same picture at the same time is made once, and belongs to each who sent it", async () => {
  const file = await picture(700, 500, "#123456").png().toBuffer();
  const all = (await Promise.all([upload(file), upload(file), upload(file)])).map((answer) =>
    answer.json<Media>(),
  );
  expect(new Set(all.map((media) => media.id)).size).toBe(3);
  expect(new Set(all.map((media) => media.url)).size).toBe(1);
  expect(await filesOf(all[0]!)).toHaveLength(all[0]!.variants.length);
});

test("an Idempotency-Key makes one picture of two requests", async () => {
  const file = await picture(30, 30, "#777").png().toBuffer();
  const key = { "idempotency-key": "once" };
  const [first, second] = await Promise.all([
    send([["file", file, "a.png"]], person, key),
    send([["file", file, "a.png"]], person, key),
  ]);
  expect(second!.json()).toEqual(first!.json());
  expect(
    (await send([["file", await picture(31, 30).png().toBuffer(), "a.png"]], person, key)).statusCode,
  ).toBe(422);
});

test("files may be kept for ever; a name that is none is not found", async () => {
  const media = (await upload(await picture(20, 20).png().toBuffer())).json<Media>();
  const answer = await as(null).get(`/${media.url}`);
  expect(answer.headers).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "content-type": "image/jpeg",
  });
  expect(
    (await as(null).get(`/${media.url}`, { headers: { "if-none-match": String(answer.headers["etag"]) } }))
      .statusCode,
  ).toBe(304);
  for (const name of [
    "x.jpg",
    "..%2f..%2fetc%2fpasswd",
    `${"0".repeat(32)}-480.jpg`,
    `${"0".repeat(32)}-480.svg`,
  ]) {
    expect((await as(null).get(`//media/${name}`)).statusCode).toBe(404);
  }
});

test("a description can be changed by its owner only, and shows at once where the picture is", async () => {
  const media = (await upload(await picture(25, 25).png().toBuffer(), ["alt", "하나"])).json<Media>();
  const post = await given.post(person, "사진", { mediaIds: [media.id] });
  const other = await given.person();
  expect((await as(other).patch(`/media/${media.id}`, { alt: "남의 것" })).statusCode).toBe(404);
  expect((await as(person).patch(`/media/${media.id}`, { alt: "둘" })).json()).toMatchObject({ alt: "둘" });
  expect((await as(other).get(`/posts/${post.id}`)).json()).toMatchObject({ media: [{ alt: "둘" }] });
});

test("what is not used for a day goes, with its files; what a post shows stays", async () => {
  const unused = (await upload(await picture(60, 60, "#111").png().toBuffer())).json<Media>();
  const used = (await upload(await picture(60, 60, "#222").png().toBuffer())).json<Media>();
  await given.post(person, "", { mediaIds: [used.id] });
  await server.maru.platform.pool.query("update media set created_at = now() - interval '2 days'");
  await server.maru.platform.media.sweep();
  expect(await filesOf(unused)).toEqual([]);
  expect(await filesOf(used)).toHaveLength(used.variants.length);
});

test("a deleted account takes its pictures along, unless others have them too", async () => {
  const [leaving, staying] = [await given.person(), await given.person()];
  const own = await picture(70, 70, "#333").png().toBuffer();
  const shared = await picture(70, 70, "#444").png().toBuffer();
  const mine = (await send([["file", own, "a.png"]], leaving)).json<Media>();
  const both = (await send([["file", shared, "a.png"]], leaving)).json<Media>();
  await send([["file", shared, "a.png"]], staying);
  expect((await as(leaving).delete("/me", { password: leaving.password })).statusCode).toBe(204);
  await expect.poll(() => filesOf(mine)).toEqual([]);
  expect(await filesOf(both)).not.toEqual([]);
});

describe("a site whose room for pictures is used up", () => {
  const small = testServer({ MARU_MEDIA_BUDGET_MB: "1" });
  test("refuses more and goes on otherwise", async () => {
    const someone = await small.given.person();
    await small.maru.platform.pool.query(
      `insert into media (owner_id, hash, width, height, bytes, placeholder, variants) values ($1, 'x', 1, 1, 2000000, '', '[]')`,
      [someone.id],
    );
    const boundary = "b";
    const payload = Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n`),
      await picture(10, 10).png().toBuffer(),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const answer = await small.as(someone).post("/media", undefined, {
      payload,
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    });
    expect([answer.statusCode, answer.json<{ type: string }>().type]).toEqual([
      507,
      "/problems/storage-full",
    ]);
    expect(await small.given.post(someone, "글은 돼요")).toHaveProperty("id");
  });
});
