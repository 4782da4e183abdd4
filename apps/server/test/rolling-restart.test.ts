import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, inject, test } from "vitest";
import { startNginx } from "./nginx.ts";
import { freePort, type Program, startProgram, untilReady } from "./program.ts";
import { requireOrSkip } from "./services.ts";
import { urlOf } from "./template-database.ts";
import { dropDatabase, onServer } from "./test-database.ts";
import { visit, type Visits } from "./visitors.ts";

const nginxProgram = requireOrSkip("nginx");
const caddyProgram = requireOrSkip("caddy");
const caddyfile = join(import.meta.dirname, "../../../deploy/caddy/Caddyfile");
const devices = 4;

const ending: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  while (ending.length > 0) await ending.pop()!();
});

const stop = async (program: Program) => {
  program.process.kill("SIGTERM");
  return program.ended;
};

/** A database and a folder that processes share, all of which end with the test. */
async function site() {
  const database = `maru_test_${randomBytes(6).toString("hex")}`;
  await onServer(`create database ${database} template maru_template`);
  ending.push(() => dropDatabase(database));
  const dataDir = await mkdtemp(join(tmpdir(), "maru-rolling-"));
  ending.push(() => rm(dataDir, { recursive: true, force: true }));
  const run = async (port: number, origin: string) => {
    const program = await startProgram({
      DATABASE_URL: urlOf(inject("adminUrl"), database),
      MARU_DATA_DIR: dataDir,
      MARU_DATABASE_POOL: "6",
      MARU_ORIGIN: origin,
      MARU_TRUST_PROXY: "on",
      MARU_BREED_RECOGNITION: "off",
      PORT: String(port),
    });
    ending.push(() => stop(program));
    await untilReady(program);
    return program;
  };
  return { dataDir, run };
}

async function someMore(visits: Visits): Promise<void> {
  const before = visits.answered();
  await expect.poll(() => visits.answered(), { timeout: 30_000 }).toBeGreaterThan(before + 200);
}

/** Nothing failed, and every post that was acknowledged is there, once. */
async function expectAllWell(visits: Visits): Promise<void> {
  const { failures, posts } = await visits.end();
  expect(failures).toEqual([]);
  await expect.poll(visits.counted).toBe(posts.size);
}

test.skipIf(!nginxProgram)(
  "of two processes behind nginx one is restarted and then the other stopped: no request fails, and none is done twice",
  { timeout: 120_000 },
  async () => {
    const { run } = await site();
    const ports = [await freePort(), await freePort()] as const;
    const nginx = await startNginx(nginxProgram!, ports);
    const [first, second] = await Promise.all([run(ports[0], nginx.origin), run(ports[1], nginx.origin)]);
    // Before the processes, which would wait for it to let go of them.
    ending.push(() => nginx.stop());
    const visits = await visit(nginx.origin, devices, { ca: nginx.authority });

    await someMore(visits);
    expect(await stop(first)).toBe(0);
    await run(ports[0], nginx.origin);
    await someMore(visits);
    // It is the new one's turn, to which nginx had just been unable to connect.
    expect(await stop(second)).toBe(0);
    await someMore(visits);
    await expectAllWell(visits);
    await nginx.stop();
  },
);

test.skipIf(!caddyProgram)(
  "behind Caddy one process is restarted: who reads meanwhile waits, and no request fails",
  { timeout: 120_000 },
  async () => {
    const { dataDir, run } = await site();
    const [port, own, admin] = [await freePort(), await freePort(), await freePort()];
    const origin = `http://127.0.0.1:${own}`;
    const env = {
      HOME: dataDir,
      MARU_DOMAIN: origin,
      MARU_UPSTREAMS: `127.0.0.1:${port}`,
      CADDY_ADMIN: `127.0.0.1:${admin}`,
    };
    const program = await run(port, origin);
    const caddy = spawn(caddyProgram!, ["run", "--config", caddyfile, "--adapter", "caddyfile"], {
      env,
      stdio: "ignore",
    });
    const endCaddy = async () => {
      if (caddy.exitCode !== null || caddy.signalCode !== null) return;
      caddy.kill("SIGKILL");
      await once(caddy, "exit");
    };
    ending.push(endCaddy);
    const answers = async () => (await fetch(`${origin}/healthz`).catch(() => undefined))?.status;
    await expect.poll(answers, { timeout: 30_000 }).toBe(200);
    expect((await fetch(`${origin}/metrics`)).status).toBe(404);
    // Caddy up to at least 2.6 cannot send a body again that nobody has taken.
    const visits = await visit(origin, devices, { writes: false });

    await someMore(visits);
    expect(await stop(program)).toBe(0);
    await run(port, origin);
    await someMore(visits);
    await expectAllWell(visits);
    await endCaddy();
  },
);
