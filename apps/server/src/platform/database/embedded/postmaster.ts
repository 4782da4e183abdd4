import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import type { Log } from "./log.ts";
import { nameForServer, processOptions } from "./server-process.ts";

/** A running server. `ended` resolves, with its last words, however it ends. */
export interface Postmaster {
  ended: Promise<string>;
  stop(): Promise<void>;
}

const isReady = /database system is ready to accept connections/;
const fatalLines = /^(FATAL|PANIC):\s+/;

const levels = { LOG: "info", WARNING: "warn", ERROR: "warn", FATAL: "warn", PANIC: "error" } as const;

/** Starts the server and waits until it takes connections, recovery after a crash included; rejects with its last words. */
export async function launchPostmaster(
  pgData: string,
  settings: string[],
  { postgres, pgCtl }: Binaries,
  account: Account | undefined,
  log: Log,
): Promise<Postmaster> {
  const child = spawn(postgres, ["-D", await nameForServer(pgData, account), ...settings], {
    ...processOptions(pgData, account),
    // A process group of its own: Ctrl-C in the terminal is for Maru, which drains before it stops the server.
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const lastWords: string[] = [];
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => {
      // What it said last may still be in the pipe, which its orphans can hold open.
      void Promise.race([once(child, "close"), pause(100)]).then(() => {
        const fatal = lastWords
          .filter((line) => fatalLines.test(line))
          .map((line) => line.replace(fatalLines, ""));
        resolve(fatal.at(-1) ?? lastWords.at(-1) ?? `it ended with ${signal ?? `code ${code}`}`);
      });
    });
  });

  // A Maru that leaves without stopping the server (process.exit, an uncaught error) takes it along.
  const leave = () => void child.kill("SIGINT");
  process.once("exit", leave);
  void ended.then(() => process.off("exit", leave));

  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stderr as NodeJS.ReadableStream }).on("line", (line) => {
      lastWords.push(line);
      if (lastWords.length > 20) lastWords.shift();
      const [, severity, text] = /^(LOG|WARNING|ERROR|FATAL|PANIC):\s+(.*)$/.exec(line) ?? [];
      log(severity ? levels[severity as keyof typeof levels] : "info", `postgres: ${text ?? line}`);
      if (isReady.test(line)) resolve();
    });
  });
  const failed = await Promise.race([ready, ended]);
  if (failed !== undefined) throw new Error(failed);

  return {
    ended,
    async stop() {
      const isOver = (withinMs: number) =>
        Promise.race([ended.then(() => true), pause(withinMs, false, { ref: false })]);
      if (process.platform === "win32")
        await promisify(execFile)(pgCtl, ["stop", "-m", "fast", "-D", pgData]).catch(() => undefined);
      else child.kill("SIGINT");
      if (await isOver(60_000)) return;
      log(
        "warn",
        "PostgreSQL does not finish its shutdown; stopping it at once (it recovers at the next start).",
      );
      child.kill("SIGQUIT");
      if (await isOver(10_000)) return;
      child.kill("SIGKILL");
      await ended;
    },
  };
}
