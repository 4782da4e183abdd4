import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { open, readFile, rm, stat } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { Log } from "./log.ts";
import { refusal } from "./failure.ts";

const run = promisify(execFile);
const windows = process.platform === "win32";

/**
 * Cleanly stops a server that an earlier run left on this data folder, as after kill -9. Only ever signals a
 * process that is seen to serve this very folder: the number in postmaster.pid may belong to anybody by now.
 * Call it only under the folder's lock.
 */
export async function stopLeftover(pgData: string, pgCtl: string, log: Log) {
  const pidFile = join(pgData, "postmaster.pid");
  const pid = await readPid(pidFile);
  if (pid === undefined) return;
  if (!(await serves(pid, pgData))) {
    if (await answers(join(pgData, ".s.PGSQL.5432"))) {
      throw refusal(`A PostgreSQL in another container is serving ${pgData}. Stop it first.`);
    }
    return markStale(pidFile);
  }

  log("info", `Stopping the PostgreSQL (process ${pid}) that an earlier run left behind.`);
  if (windows) await run(pgCtl, ["stop", "-m", "fast", "-w", "-D", pgData]);
  else if (
    !(await stopped(pid, pgData, "SIGINT", 60_000)) &&
    !(await stopped(pid, pgData, "SIGQUIT", 10_000))
  ) {
    throw refusal(
      `The PostgreSQL of an earlier run (process ${pid}) on ${pgData} does not stop. End it and start again.`,
    );
  }
}

async function readPid(pidFile: string) {
  const text = await readFile(pidFile, {
    encoding: "utf8",
    flag: constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  const pid = Number.parseInt(text ?? "", 10);
  if (text !== undefined && !(pid > 1)) await rm(pidFile, { force: true });
  return pid > 1 ? pid : undefined;
}

/** Whether the process is the postmaster of this folder. A postmaster's working directory is its data folder. */
async function serves(pid: number, pgData: string) {
  if (process.platform === "linux") {
    const [cwd, own] = await Promise.all([stat(`/proc/${pid}/cwd`).catch(() => undefined), stat(pgData)]);
    const name = (await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "")).trim();
    return cwd !== undefined && cwd.dev === own.dev && cwd.ino === own.ino && name === "postgres";
  }
  const [command, args] = windows
    ? ["tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"]]
    : ["ps", ["-o", "command=", "-p", String(pid)]];
  const { stdout } = await run(command as string, args as string[]).catch(() => ({ stdout: "" }));
  return stdout.includes("postgres") && (windows || stdout.includes(pgData));
}

/** Whether somebody listens on the socket, as a server does that runs where its process cannot be seen. */
function answers(socket: string) {
  return new Promise<boolean>((resolve) => {
    const connection = connect(socket, () => resolve(true));
    connection.once("error", () => resolve(false)).once("connect", () => connection.destroy());
  });
}

async function stopped(pid: number, pgData: string, signal: NodeJS.Signals, withinMs: number) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
  // It is no child of ours, so nobody tells when it ends.
  for (const end = Date.now() + withinMs; Date.now() < end; await pause(10)) {
    if (!(await serves(pid, pgData))) return true;
  }
  return false;
}

/**
 * The server refuses to start when the number in an old postmaster.pid is in use by any process of its user,
 * but knows its parent's number to be stale. The rest of the file must stay: it leads the server to shared
 * memory that orphans of a killed postmaster may still be using.
 */
async function markStale(pidFile: string) {
  if (windows) return rm(pidFile, { force: true });
  const file = await open(pidFile, constants.O_RDWR | constants.O_NOFOLLOW);
  try {
    const lines = (await file.readFile("utf8")).split("\n");
    await file.truncate(0);
    await file.write([String(process.pid), ...lines.slice(1)].join("\n"), 0);
  } finally {
    await file.close();
  }
}
