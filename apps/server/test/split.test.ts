import { mkdtemp, rm } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, inject, test } from "vitest";
import { dropDatabase, onServer } from "./test-database.ts";
import { type Program, startProgram, untilReady } from "./program.ts";
import { requireOrSkip } from "./services.ts";
import { urlOf } from "./template-database.ts";

const ending: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  while (ending.length > 0) await ending.pop()!();
});

const end = async (program: Program) => {
  program.process.kill("SIGTERM");
  await program.ended;
};

/** A database and a data folder of their own, and processes on them. */
async function site(brokerUrl: string | undefined) {
  const database = `maru_test_${randomBytes(6).toString("hex")}`;
  await onServer(`create database ${database} template maru_template`);
  ending.push(() => dropDatabase(database));
  const dataDir = await mkdtemp(join(tmpdir(), "maru-split-"));
  ending.push(() => rm(dataDir, { recursive: true, force: true }));
  return async (roles: string, env: Record<string, string> = {}): Promise<Program> => {
    const program = await startProgram({
      DATABASE_URL: urlOf(inject("adminUrl"), database),
      MARU_DATA_DIR: dataDir,
      MARU_DATABASE_POOL: "4",
      MARU_ROLES: roles,
      ...(brokerUrl !== undefined && { MARU_BROKER_URL: `${brokerUrl}?name=maru-${database}` }),
      ...env,
    });
    ending.push(() => end(program));
    await untilReady(program);
    return program;
  };
}

async function call(program: Program, method: string, path: string, token?: string, body?: object) {
  const response = await fetch(`${program.origin}/api/v1${path}`, {
    method,
    headers: {
      ...(body && { "content-type": "application/json" }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === "" ? undefined : JSON.parse(text);
}

const signUp = (program: Program, handle: string) =>
  call(program, "POST", "/accounts", undefined, {
    handle,
    displayName: handle,
    email: `${handle}@example.test`,
    password: "correct horse battery",
  }) as Promise<{ token: string }>;

const engines = [
  { engine: "table", address: undefined, isThere: true },
  ...(["kafka", "rabbitmq"] as const).map((engine) => {
    const address = requireOrSkip(engine);
    return { engine, address, isThere: address !== undefined };
  }),
];

describe.each(engines.filter(({ isThere }) => isThere))(
  "a site split into processes, over $engine",
  ({ address }) => {
    test("counts that another process has made show on the web, and a consumer that was away catches up", async () => {
      const run = await site(address);
      const web = await run("web");
      if (address !== undefined) await run("relay");
      let counters = await run("consumer:post-counters");
      await run("consumer:people-counters");
      const [author, reader] = [await signUp(web, "author"), await signUp(web, "reader")];
      const post = (await call(web, "POST", "/posts", author.token, { text: "안녕" })) as { id: string };
      // In the web's memory from here on.
      expect(await call(web, "GET", `/posts/${post.id}`)).toMatchObject({ counts: { likes: 0 } });
      await call(web, "PUT", `/posts/${post.id}/like`, reader.token);
      await call(web, "PUT", "/accounts/author/follow", reader.token);
      const counts = async () => (await call(web, "GET", `/posts/${post.id}`)).counts;
      const followers = async () => (await call(web, "GET", "/accounts/author")).counts.followers;
      await expect.poll(counts, { timeout: 15_000 }).toMatchObject({ likes: 1 });
      await expect.poll(followers, { timeout: 15_000 }).toBe(1);

      await end(counters);
      await call(web, "DELETE", `/posts/${post.id}/like`, reader.token);
      await call(web, "PUT", `/posts/${post.id}/like`, author.token);
      await call(web, "PUT", `/posts/${post.id}/like`, reader.token);
      expect(await counts()).toMatchObject({ likes: 1 });
      counters = await run("consumer:post-counters");
      await expect.poll(counts, { timeout: 15_000 }).toMatchObject({ likes: 2 });

      expect((await fetch(`${counters.origin}/metrics`)).status).toBe(200);
      expect((await fetch(`${counters.origin}/api/v1/instance`)).status).toBe(404);
    }, 90_000);
  },
);

test.each([
  ["kafka://127.0.0.1:1", "cannot be reached"],
  ["amqp://127.0.0.1:1", "cannot be reached"],
])(
  "with a broker that is not there (%s) the site serves all the same, and says so",
  async (address, said) => {
    const run = await site(address);
    const web = await run("all");
    const author = await signUp(web, "author");
    const post = (await call(web, "POST", "/posts", author.token, { text: "안녕" })) as { id: string };
    await call(web, "PUT", `/posts/${post.id}/like`, author.token);
    await expect
      .poll(async () => (await call(web, "GET", `/posts/${post.id}`)).counts, { timeout: 15_000 })
      .toMatchObject({ likes: 1 });
    await expect.poll(() => web.output(), { timeout: 15_000 }).toContain(said);
    const ready = await fetch(`${web.origin}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ without: { broker: expect.stringContaining(said) } });
  },
  60_000,
);
