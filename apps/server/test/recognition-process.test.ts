import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, expect, inject, test } from "vitest";
import { writeBreedModel } from "./breed-model.ts";
import { formOf } from "./photo-form.ts";
import { abyssinian } from "./photos.ts";
import { type Program, startProgram, untilReady } from "./program.ts";
import { dropDatabase, onServer } from "./test-database.ts";
import { urlOf } from "./template-database.ts";

const ending: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  while (ending.length > 0) await ending.pop()!();
});

async function site() {
  const database = `maru_test_${randomBytes(6).toString("hex")}`;
  await onServer(`create database ${database} template maru_template`);
  ending.push(() => dropDatabase(database));
  const folder = await mkdtemp(join(tmpdir(), "maru-recognition-"));
  ending.push(() => rm(folder, { recursive: true, force: true }));
  const model = join(folder, "model");
  await writeBreedModel(model);
  const databaseUrl = urlOf(inject("adminUrl"), database);
  const start = async (env: Record<string, string>): Promise<Program> => {
    const program = await startProgram({
      DATABASE_URL: databaseUrl,
      MARU_DATA_DIR: folder,
      MARU_DATABASE_POOL: "4",
      MARU_BREED_MODEL: model,
      ...env,
    });
    ending.push(async () => {
      program.process.kill("SIGTERM");
      await program.ended;
    });
    return program;
  };
  return { start, model, databaseUrl };
}

async function signUp(program: Program): Promise<string> {
  const answer = await fetch(`${program.origin}/api/v1/accounts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      handle: "haru",
      displayName: "haru",
      email: "haru@example.test",
      password: "correct horse battery",
    }),
  });
  return ((await answer.json()) as { token: string }).token;
}

async function recognize(program: Program, token: string) {
  const { payload, headers } = formOf([["file", await abyssinian().jpeg().toBuffer(), "cat.jpg"]]);
  const answer = await fetch(`${program.origin}/api/v1/cats/recognize`, {
    method: "POST",
    headers: { ...headers, authorization: `Bearer ${token}` },
    body: new Uint8Array(payload),
  });
  return { status: answer.status, body: (await answer.json()) as { verdict?: string; type?: string } };
}

test("a process looks at photos for the web, writes nothing, and may be away", async () => {
  const { start, databaseUrl } = await site();
  const recognizer = await start({ MARU_ROLES: "recognition" });
  await untilReady(recognizer);
  const web = await start({ MARU_ROLES: "web", MARU_RECOGNIZER_URL: recognizer.origin });
  await untilReady(web);
  const token = await signUp(web);
  expect(await recognize(web, token)).toMatchObject({ status: 200, body: { verdict: "cat" } });

  expect((await fetch(`${recognizer.origin}/api/v1/instance`)).status).toBe(404);
  const pool = new pg.Pool({ connectionString: databaseUrl });
  const { rows } = await pool.query("select count(*)::int as positions from consumer_position");
  await pool.end();
  expect(rows).toEqual([{ positions: 0 }]);

  recognizer.process.kill("SIGKILL");
  await recognizer.ended;
  expect(await recognize(web, token)).toMatchObject({
    status: 503,
    body: { type: "/problems/recognition-away" },
  });
  const ready = (await (await fetch(`${web.origin}/readyz`)).json()) as object;
  expect(ready).toMatchObject({
    status: "ok",
    without: { recognition: expect.stringContaining("cannot be reached") },
  });
}, 120_000);

test("a model that was chosen and is wrong stops the start with its fault", async () => {
  const { start, model } = await site();
  await writeBreedModel(model, (card) => (card.thresholds.notCat = 2));
  const program = await start({});
  expect(await program.ended).toBe(1);
  expect(program.output()).toContain("cannot be used");
  expect(program.output()).toContain("thresholds.notCat must be <= 1");
  expect(program.output()).not.toMatch(/\n +at /);
}, 120_000);
