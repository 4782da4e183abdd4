import { execFile, spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    origin: string;
  }
}

const root = join(import.meta.dirname, "../../..");

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((ready) => probe.once("listening", ready));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (!address || typeof address === "string") throw new Error("No free port");
  return address.port;
}

/** The real program on an empty database of its own, with the pages as they were built last. */
export async function startMaru(settings: Record<string, string> = {}) {
  const data = await mkdtemp(join(tmpdir(), "maru-e2e-"));
  // Where root runs the tests the database has an account of its own, which must be able to enter.
  await chmod(data, 0o755);
  const port = await freePort();
  const program = "apps/server/src/cli/main.ts";
  const env = {
    ...process.env,
    PORT: String(port),
    MARU_DATA_DIR: data,
    MARU_DEMO: "off",
    MARU_RATE_LIMITS: "off",
    NODE_ENV: "test",
    LOG_LEVEL: "warn",
    ...settings,
  };
  const server = spawn(process.execPath, [program, "start"], {
    cwd: root,
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  const origin = `http://localhost:${port}`;

  const deadline = Date.now() + 40_000;
  while (!(await fetch(`${origin}/readyz`).catch(() => undefined))?.ok) {
    if (server.exitCode !== null || Date.now() > deadline) throw new Error("The server did not become ready");
    await pause(100);
  }
  return {
    origin,
    /** A command of an operator's, beside the running site. */
    async run(...args: string[]) {
      await promisify(execFile)(process.execPath, [program, ...args], { cwd: root, env });
    },
    async stop() {
      server.kill("SIGTERM");
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** One for all tests that need nothing special of it. */
export default async function startServer(project: TestProject) {
  const { origin, stop } = await startMaru();
  project.provide("origin", origin);
  return stop;
}
