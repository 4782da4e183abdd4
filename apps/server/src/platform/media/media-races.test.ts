import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";
import type { Media } from "./media-schema.ts";

const server = testServer();
const { as, given } = server;
let person: Person;
beforeAll(async () => {
  person = await given.person();
});

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#777" } })
    .png()
    .toBuffer();
const formOf = (file: Buffer) =>
  Buffer.concat([
    Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n'),
    file,
    Buffer.from("\r\n--b--\r\n"),
  ]);
const send = (payload: Buffer, type = "multipart/form-data; boundary=b") =>
  as(person).post("/media", undefined, { payload, headers: { "content-type": type } });
const upload = async (file: Buffer) => (await send(formOf(file))).json<Media>();

test.each<[string, (form: Buffer) => Buffer, string?]>([
  ["without a boundary", (form) => form, "multipart/form-data"],
  ["cut off within the file", (form) => form.subarray(0, 100)],
  ["without its end", (form) => form.subarray(0, form.length - 8)],
  ["that is none", () => Buffer.from("hello")],
])("a form %s is refused", async (_name, spoil, type) => {
  const answer = await send(spoil(formOf(await picture(30, 30))), type);
  expect([answer.statusCode, answer.json()]).toMatchObject([400, { type: "/problems/invalid-form" }]);
});

test("a post that takes an old picture while it is swept keeps it", async () => {
  const { pool, media } = server.maru.platform;
  const { id } = await upload(await picture(33, 33));
  await pool.query("update media set created_at = now() - interval '2 days' where id = $1", [id]);
  const post = await given.post(person, "글");
  const writer = await pool.connect();
  await writer.query("begin");
  await writer.query("insert into post_media (post_id, position, media_id) values ($1, 0, $2)", [
    post.id,
    id,
  ]);
  let swept = false;
  const sweeping = media.sweep().finally(() => (swept = true));
  const waits =
    "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
  // Either way of doing it right is fine: to pass over what is held, or to wait and look again.
  await expect.poll(async () => swept || (await pool.query(waits)).rowCount! > 0).toBe(true);
  await writer.query("commit");
  writer.release();
  await sweeping;
  expect((await pool.query("select 1 from post_media where post_id = $1", [post.id])).rowCount).toBe(1);
});

test("a picture whose files were removed before it is kept is refused, not shown broken", async () => {
  const { media, db, pool } = server.maru.platform;
  const file = await picture(44, 44);
  await upload(file);
  const incoming = await media.receive(Readable.from([file]));
  const prepared = await media.prepare(incoming, undefined);
  await incoming.discard();
  await pool.query("delete from media where hash = $1", [prepared.hash]);
  await media.removeUnused([prepared.hash]);
  const keeping = db.transaction().execute((tx) => media.keep(tx, Number(person.id), "", prepared));
  await expect(keeping).rejects.toMatchObject({ status: 503 });
});

test("a sweep asks the database as often for many pictures as for few", async () => {
  for (let width = 10; width < 25; width++) await upload(await picture(width, 9));
  const files = join(server.maru.platform.config.dataDir, "media");
  execFileSync("find", [files, "-type", "f", "-exec", "touch", "-d", "2 days ago", "{}", "+"]);
  server.queries();
  await server.maru.platform.media.sweep();
  expect(server.queries()).toBeLessThan(10);
});
