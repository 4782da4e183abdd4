import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";

export interface Program {
  origin: string;
  process: ChildProcess;
  /** What it has printed so far. */
  output(): string;
  /** Resolves with the exit code (or the signal) when it has ended. */
  ended: Promise<number | NodeJS.Signals>;
}

const main = join(import.meta.dirname, "../src/cli/main.ts");
const readyMs = 60_000;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Starts Maru as an operator does, in a process of its own, with only the environment given. */
export async function startProgram(env: Record<string, string>): Promise<Program> {
  const port = env["PORT"] ?? String(await freePort());
  const child = spawn(process.execPath, [main, "start"], {
    env: {
      PATH: process.env["PATH"],
      MARU_DEMO: "off",
      MARU_RATE_LIMITS: "off",
      LOG_LEVEL: "warn",
      PORT: port,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => (printed += text.toString()));
  const ended = once(child, "exit").then(([code, signal]) => (signal ?? code) as number | NodeJS.Signals);
  return { origin: `http://127.0.0.1:${port}`, process: child, output: () => printed, ended };
}

/** Resolves when the program says that it can do its work; throws with what it printed when it ends before. */
export async function untilReady(program: Program): Promise<void> {
  const late = Date.now() + readyMs;
  let isOver = false;
  void program.ended.then(() => (isOver = true));
  while (!isOver && Date.now() < late) {
    const answer = await fetch(`${program.origin}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The program did not become ready:\n${program.output()}`);
}
