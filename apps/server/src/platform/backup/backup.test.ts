import { createReadStream } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeAll, expect, test } from "vitest";
import { formOf } from "../../../test/photo-form.ts";
import { ask, siteBackups } from "../../../test/site-backups.ts";
import { type Person, testServer } from "../../../test/test-server.ts";
import { createMaru, type Maru } from "../../app.ts";
import { kept } from "../../site-backup.ts";
import { maintainPartitions } from "../events/partitions.ts";
import { holdStill, listTables } from "./backup-queries.ts";
import { connect, hangUp } from "./connect.ts";
import { compareRestored } from "./verify-backup.ts";

const server = testServer();
const { as, given } = server;
const backups = siteBackups(server);
let [ann, bob]: Person[] = [];
let post: { id: string };
const others: Maru[] = [];

beforeAll(async () => {
  [ann, bob] = [await given.person("ann"), await given.person("bob")];
  await given.follow(bob!, ann!);
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#874" } })
    .png()
    .toBuffer();
  const { id } = (await as(ann!).post("/media", undefined, formOf([["file", photo, "a.png"]]))).json<{
    id: string;
  }>();
  post = await given.post(ann!, "탭\t과 줄\n, 역슬래시 \\N 그리고 🐈 #고양이", { mediaIds: [id] });
  await as(bob!).put(`/posts/${post.id}/like`);
  await server.settle();
});
afterEach(async () => {
  for (const maru of others.splice(0)) await maru.stop();
});

/** The site on a restored database. */
async function startOn({ databaseUrl, dataDir }: { databaseUrl: string; dataDir: string }): Promise<Maru> {
  const maru = await createMaru({ ...server.maru.platform.config, dataDir }, databaseUrl);
  others.push(maru);
  await maru.startConsumers();
  return maru;
}

test("what is restored equals what was backed up, and the site goes on with it", async () => {
  const { path, manifest } = await backups.write();
  const restored = await backups.restore(path);
  await compareRestored(restored.databaseUrl, restored);
  expect(manifest.tables["post"]).toMatchObject({ rows: 1 });
  expect(manifest.media).toMatchObject({ files: 3, missing: [] });
  const files = await readdir(join(server.maru.platform.config.dataDir, "media"), { recursive: true });
  expect(await readdir(join(restored.dataDir, "media"), { recursive: true })).toEqual(files);

  const maru = await startOn(restored);
  const call = (method: "GET" | "POST" | "PUT", path: string, person: Person, payload?: object) =>
    maru.app.inject({
      method,
      url: `/api/v1${path}`,
      // Who was signed in still is.
      headers: { authorization: `Bearer ${person.token}` },
      ...(payload && { payload }),
    });
  const old = (await as(bob!).get(`/posts/${post.id}`)).json<Record<string, unknown>>();
  expect((await call("GET", `/posts/${post.id}`, bob!)).json()).toEqual(old);
  const young = (await call("POST", "/posts", ann!, { text: "옮긴 뒤 #고양이" })).json<{ id: string }>();
  await call("PUT", `/posts/${young.id}/like`, bob!);
  await maru.settle();
  expect((await call("GET", `/posts/${young.id}`, ann!)).json()).toMatchObject({ counts: { likes: 1 } });
  const found = await call("GET", `/search?type=posts&q=${encodeURIComponent("#고양이")}`, ann!);
  expect(found.json<{ posts: { items: { id: string }[] } }>().posts.items.map(({ id }) => id)).toEqual([
    young.id,
    post.id,
  ]);
});

test("indexes, references and defaults are those of the site afterwards", async () => {
  const restored = await backups.restore((await backups.write()).path);
  const shape = `
    select 'index' as kind, indexdef as text from pg_indexes where schemaname = 'public' and tablename !~ '^event_\\d'
    union all select contype::text, conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'public'::regnamespace and conrelid::regclass::text !~ '^event_\\d'
    union all select 'column', table_name || '.' || column_name || ' ' || data_type || coalesce(column_default, '')
      from information_schema.columns where table_schema = 'public' and table_name !~ '^event_\\d'
    order by 1, 2`;
  expect(await ask(restored.databaseUrl, shape)).toEqual(await ask(await backups.siteUrl(), shape));
});

test("each table is in a backup or left out on purpose", async () => {
  const { path } = await backups.write();
  const { header } = await backups.restore(path);
  const client = await connect(await backups.siteUrl());
  const all = (await listTables(client)).map(({ name }) => name);
  hangUp(client);
  expect([...header.tables.map(({ name }) => name), ...kept.without, "migration"].sort()).toEqual(all.sort());
});

test("what was left out is empty, and the names for brokers and Redis are new", async () => {
  const { pool, secret } = server.maru.platform;
  await secret("events");
  await pool.query("insert into password_reset values ('\\x01', $1, now() + interval '1 hour')", [ann!.id]);
  const { databaseUrl } = await backups.restore((await backups.write()).path);
  expect(await ask(databaseUrl, "select name from secret where name in ('events', 'redis')")).toEqual([]);
  // The first segment of the index is there from the beginning.
  for (const table of kept.without.filter((name) => name !== "search_segment"))
    expect([table, (await ask(databaseUrl, `select from ${table}`)).length]).toEqual([table, 0]);
});

test("a backup of a site that is written to is one moment of it", async () => {
  let isDone = false;
  async function write(): Promise<void> {
    while (!isDone) await given.post(ann!, "쓰는 중");
  }
  const writers = Promise.all([write(), write()]);
  const counts = `select
    (select count(*)::int from post) as posts,
    (select count(*)::int from event where type = 'post.created') as told`;
  for (let round = 0; round < 2; round++) {
    const { databaseUrl } = await backups.restore((await backups.write()).path);
    const [{ posts, told } = {}] = await ask<{ posts?: number; told?: number }>(databaseUrl, counts);
    expect(posts).toBe(told);
  }
  isDone = true;
  await writers;
});

test("two backups at once: the second is refused", async () => {
  const guard = await connect(await backups.siteUrl());
  expect(await holdStill(guard)).toBe(true);
  await expect(backups.write()).rejects.toThrow("Another backup of this site is under way");
  hangUp(guard);
});

test("while a backup reads, partitions and files stay, and what was to be done is done later", async () => {
  const { db, media, pool, config } = server.maru.platform;
  const days = async () =>
    (await ask<{ n: number }>(await backups.siteUrl(), "select count(*)::int as n from pg_inherits"))[0]!.n;
  const before = await days();
  const tomorrow = new Date(Date.now() + 86_400_000);
  const [file] = (
    await readdir(join(config.dataDir, "media"), { recursive: true, withFileTypes: true })
  ).filter((entry) => entry.isFile());
  const hash = file!.name.slice(0, 32);
  await pool.query("update media set hash = 'f' where hash = $1", [hash]);

  const guard = await connect(await backups.siteUrl());
  await holdStill(guard);
  await maintainPartitions(db, 30, tomorrow);
  await media.removeUnused([hash]);
  expect(await days()).toBe(before);
  expect(await readFile(join(file!.parentPath, file!.name))).toBeDefined();
  await guard.query("rollback");
  hangUp(guard);
  await pool.query("update media set hash = $1 where hash = 'f'", [hash]);
  await maintainPartitions(db, 30, tomorrow);
  expect(await days()).toBeGreaterThan(before);
});

test("with a manifest of the pictures only, those that are not there are counted", async () => {
  const { path, manifest } = await backups.write({ media: "manifest" });
  expect(manifest.media.files).toBe(3);
  const restored = await backups.restore(path);
  expect(restored.absent).toBe(3);
  const beside = await backups.restore(path, { dataDir: server.maru.platform.config.dataDir });
  expect(beside.absent).toBe(0);
});

test("a picture whose file has gone is told of, and does not stop a backup", async () => {
  const { config } = server.maru.platform;
  const { media } = (await backups.write()).manifest;
  const folder = join(config.dataDir, "media");
  const [file] = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  await rm(join(file!.parentPath, file!.name));
  const written = await backups.write();
  expect(written.manifest.media).toMatchObject({ files: media.files - 1, missing: [file!.name] });
  const restored = await backups.restore(createReadStream(written.path));
  await compareRestored(restored.databaseUrl, restored);
});
