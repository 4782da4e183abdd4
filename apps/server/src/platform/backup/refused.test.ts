import { createReadStream } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { formOf } from "../../../test/photo-form.ts";
import { rewriteBackup } from "../../../test/rewrite-backup.ts";
import { ask, siteBackups } from "../../../test/site-backups.ts";
import { testServer } from "../../../test/test-server.ts";
import { openPlain } from "./encryption.ts";
import { BackupFault } from "./format.ts";
import { readBackup } from "./read-backup.ts";

const server = testServer();
const { as, given } = server;
const backups = siteBackups(server);
let path: string;

beforeAll(async () => {
  const ann = await given.person("ann");
  const photo = await sharp({ create: { width: 50, height: 40, channels: 3, background: "#478" } })
    .png()
    .toBuffer();
  const media = await as(ann).post("/media", undefined, formOf([["file", photo, "a.png"]]));
  await given.post(ann, "고양이 #고양이", { mediaIds: [media.json<{ id: string }>().id] });
  await server.settle();
  ({ path } = await backups.write());
});

/** Restores to a new place; there must be nothing afterwards. */
async function refusal(source: string | Readable): Promise<string> {
  const databaseUrl = await backups.emptyDatabase();
  const dataDir = backups.fresh("data");
  const error = await backups.restore(source, { databaseUrl, dataDir }).then(
    () => new Error("it was restored"),
    (reason: Error) => reason,
  );
  expect(await ask(databaseUrl, "select from pg_class where relnamespace = 'public'::regnamespace")).toEqual(
    [],
  );
  expect(await readdir(dataDir).catch(() => [])).toEqual([]);
  return `${error instanceof BackupFault ? "fault: " : ""}${error.message}`;
}

const readAll = async (content: AsyncIterable<Buffer>) => {
  for await (const _chunk of content);
};
/** Reads a backup and keeps nothing of it. */
const look = (source: Readable) =>
  readBackup(source, {
    begin: async () => {},
    rows: (_table, content) => readAll(content),
    media: (_name, content) => readAll(content),
    listed: async () => {},
  });

test("whatever byte is flipped, and wherever it is cut off: it is refused, or nothing that counts has changed", async () => {
  const bytes = await readFile(path);
  const whole = await look(Readable.from([bytes]));
  const spoilt = fc.oneof(
    fc.nat(bytes.length - 1).map((length) => bytes.subarray(0, length)),
    fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, mask]) => {
      const copy = Buffer.from(bytes);
      copy[at]! ^= mask;
      return copy;
    }),
  );
  await fc.assert(
    fc.asyncProperty(spoilt, async (content) => {
      const read = await look(Readable.from([content])).catch((error: Error) => {
        if (error instanceof BackupFault) return whole;
        throw error;
      });
      expect(read).toEqual(whole);
    }),
    { numRuns: 400 },
  );
});

test.each<[string, (bytes: Buffer) => number]>([
  ["the header", (bytes) => bytes.indexOf('"hash": "') + 12],
  ["a table", (bytes) => bytes.indexOf("tables/post/") + 512 + 20],
  ["a picture", (bytes) => bytes.toString("latin1").search(/media\/[0-9a-f]{2}\/[0-9a-f]{32}-/) + 512 + 20],
  ["the hashes of pictures", (bytes) => bytes.indexOf("media.sha256/") + 512 + 20],
  ["the manifest", (bytes) => bytes.indexOf('"value": "') + 10],
  ["the hash of the manifest", (bytes) => bytes.indexOf("manifest.sha256") + 512],
])("a flipped bit in %s is noticed", async (_name, place) => {
  const bytes = await readFile(path);
  bytes[place(bytes)]! ^= 1;
  await expect(look(Readable.from([bytes]))).rejects.toThrow(BackupFault);
});

test.each([
  ["cut off in the middle", 0.5],
  ["cut off near its end", 0.98],
])("what is %s leaves nothing", async (_name, share) => {
  const bytes = await readFile(path);
  expect(await refusal(Readable.from([bytes.subarray(0, bytes.length * share)]))).toMatch(
    /^fault: It is cut off/,
  );
});

test.each<[string, Parameters<typeof rewriteBackup>[2], RegExp]>([
  ["of a newer format", { header: (header) => ({ ...header, format: 2 }) }, /format 2.*Use a newer Maru/],
  [
    "of a newer schema",
    {
      header: (header) => ({
        ...header,
        migrations: [...header.migrations, { name: "9999_later.sql", hash: "0".repeat(64) }],
      }),
    },
    /9999_later\.sql is not known here: it is from a newer Maru/,
  ],
  [
    "of another schema",
    {
      header: (header) => ({
        ...header,
        migrations: header.migrations.map((one) => ({ ...one, hash: "0".repeat(64) })),
      }),
    },
    /another one in this version/,
  ],
  [
    "with a table that there is not",
    {
      header: (header) => ({
        ...header,
        tables: [...header.tables, { name: "pg_authid", columns: ["oid"] }],
      }),
    },
    /a table pg_authid/,
  ],
  [
    "with a name that is none",
    { header: (header) => ({ ...header, tables: [{ name: "a; drop table b", columns: ["x"] }] }) },
    /not as it should be/,
  ],
  [
    "with a file that lies elsewhere",
    { rename: (name) => (name.startsWith("media/") ? "media/../../etc/passwd" : name) },
    /does not belong there/,
  ],
  ["without its pictures", { rename: (name) => (name.startsWith("media/") ? undefined : name) }, /pictures/],
  [
    "whose tables do not fit together",
    { rows: (table, rows) => (table === "account" ? rows.replaceAll(/^\d+/gm, "77") : rows) },
    /do not fit together/,
  ],
  [
    "with rows that are none",
    { rows: (table, rows) => (table === "post" ? `x${rows}` : rows) },
    /post cannot be loaded/,
  ],
])("one %s is refused with the reason, and nothing is there", async (_name, change, reason) => {
  const changed = backups.fresh("changed.tar");
  await rewriteBackup(path, changed, change);
  expect(await refusal(changed)).toMatch(new RegExp(`^fault: .*${reason.source}`));
});

test("what is in a database or in the folder of pictures is never overwritten", async () => {
  const databaseUrl = await backups.emptyDatabase();
  await ask(databaseUrl, "create table mine as select 42 as answer");
  await expect(backups.restore(path, { databaseUrl })).rejects.toThrow("something in this database already");
  expect(await ask(databaseUrl, "select * from mine")).toEqual([{ answer: 42 }]);

  const dataDir = backups.fresh("data");
  await mkdir(join(dataDir, "media"), { recursive: true });
  await writeFile(join(dataDir, "media", "mine"), "");
  await expect(backups.restore(path, { dataDir })).rejects.toThrow("There are pictures in");
  expect(await readdir(join(dataDir, "media"))).toEqual(["mine"]);
});

test(
  "an encrypted one is read with its passphrase only, and as it was written only",
  { timeout: 60_000 },
  async () => {
    const passphraseFile = backups.fresh("passphrase");
    await writeFile(passphraseFile, "열려라 참깨, 고양이의 마루\n");
    const { path: encrypted } = await backups.write({ passphraseFile });
    expect((await readFile(encrypted, "latin1")).startsWith("age-encryption.org/v1\n")).toBe(true);
    const right = "열려라 참깨, 고양이의 마루";
    const plain = await look(createReadStream(path));
    expect((await look(await openPlain(encrypted, right))).header.tables).toEqual(plain.header.tables);

    await expect(openPlain(encrypted, "닫혀라 참깨, 고양이의 마루")).rejects.toThrow(
      "not that of this backup",
    );
    await expect(openPlain(encrypted, undefined)).rejects.toThrow("It is encrypted");
    await expect(openPlain(path, right)).rejects.toThrow("It is not encrypted, though there is a passphrase");
    await expect(openPlain(`${path}.none`, right)).rejects.toThrow("There is no such file");

    const bytes = await readFile(encrypted);
    const spoilt = backups.fresh("spoilt.tar.age");
    for (const content of [
      bytes.subarray(0, bytes.length / 2),
      Buffer.concat([bytes.subarray(0, -300), Buffer.from("x"), bytes.subarray(-299)]),
    ]) {
      await writeFile(spoilt, content);
      await expect(openPlain(spoilt, right).then(look)).rejects.toThrow("It is cut off or damaged");
    }
  },
);

test("a passphrase that is too short is refused before anything is written", async () => {
  const passphraseFile = backups.fresh("short");
  await writeFile(passphraseFile, "짧다\n");
  await expect(backups.write({ passphraseFile })).rejects.toThrow("12 characters or more");
});
