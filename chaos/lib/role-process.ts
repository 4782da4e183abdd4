import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { cleanEnvironment, commandLine, root } from "../../bench/lib/program.ts";

export interface RoleProcess {
  name: string;
  port: number;
  /** How often it was started; tells an answer of before a kill from one after it. */
  incarnation(): number;
  /** It was ready, and nobody has killed it since. */
  isUp(): boolean;
  kill(): void;
  /** Resolves when it can do its work. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface RoleOptions {
  name: string;
  roles: string;
  port: number;
  env: Record<string, string>;
  logFolder: string;
  nodeOptions: string[];
  /** It has ended, and nobody had asked for it. */
  onDeath(reason: string): void;
}

const readyMs = 120_000;

/** One process of the site, which may be killed and started any number of times. */
export function createRoleProcess(options: RoleOptions): RoleProcess {
  const { name, roles, port, env, logFolder, nodeOptions, onDeath } = options;
  let child: ChildProcess | undefined;
  let incarnation = 0;
  let isUp = false;
  const expected = new WeakSet<ChildProcess>();

  async function untilReady(started: ChildProcess, logFile: string): Promise<void> {
    for (const late = Date.now() + readyMs; Date.now() < late; await pause(50)) {
      if (started.exitCode !== null || started.signalCode !== null) break;
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
      await answer?.arrayBuffer().catch(() => {});
      if (answer?.ok) return;
    }
    throw new Error(`${name} did not become ready:\n${readFileSync(logFile, "utf8").slice(-2000)}`);
  }

  return {
    name,
    port,
    incarnation: () => incarnation,
    isUp: () => isUp,
    kill() {
      isUp = false;
      if (!child) return;
      expected.add(child);
      child.kill("SIGKILL");
    },
    async start() {
      // A killed one has let go of its port when it is gone.
      if (child && child.exitCode === null && child.signalCode === null) await once(child, "exit");
      const logFile = join(logFolder, `${name}-${++incarnation}.log`);
      const log = openSync(logFile, "w");
      // Nothing is left behind when this run is killed itself.
      const follow = ["--import", join(root, "scripts/bootstrap/stop-with-parent.mjs")];
      const started = spawn(process.execPath, [...follow, ...nodeOptions, commandLine, "start"], {
        cwd: root,
        stdio: ["ignore", log, log],
        env: {
          ...cleanEnvironment(),
          NODE_COMPILE_CACHE: join(root, "node_modules/.cache/maru-compiled"),
          MARU_DEMO: "off",
          MARU_RATE_LIMITS: "off",
          LOG_LEVEL: "warn",
          PORT: String(port),
          MARU_ROLES: roles,
          ...env,
        },
      });
      closeSync(log);
      child = started;
      started.on("exit", (code, signal) => {
        if (child === started) isUp = false;
        if (!expected.has(started)) onDeath(`${name} ended by itself (${signal ?? code})`);
      });
      await untilReady(started, logFile);
      isUp = true;
    },
    async stop() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      expected.add(child);
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      const hard = setTimeout(() => child?.kill("SIGKILL"), 10_000);
      await ended;
      clearTimeout(hard);
    },
  };
}
