import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { promisify } from "node:util";
import type { Log } from "./log.ts";
import { refusal } from "./failure.ts";

/** The unprivileged account that the server's processes run as when Maru itself is root. */
export interface Account {
  uid: number;
  gid: number;
  name: string;
}

const ownAccount = "maru";
const otherAccounts = ["postgres", "_postgres", "nobody"];

const waysToAdd: [string, string[]][] = [
  [
    "useradd",
    [
      "--system",
      "--user-group",
      "--no-create-home",
      "--home-dir",
      "/nonexistent",
      "--shell",
      "/usr/sbin/nologin",
      ownAccount,
    ],
  ],
  ["adduser", ["-S", "-D", "-H", "-h", "/nonexistent", "-s", "/sbin/nologin", ownAccount]],
];

export const isRoot = () => process.getuid?.() === 0;

/**
 * PostgreSQL refuses to run as root, so root lends it another account: the owner of data that is there
 * already, else the system user `maru` (made when absent), else an unprivileged one that exists.
 * Undefined when Maru is not root: then the server simply runs as Maru does.
 */
export async function chooseAccount(pgData: string, log: Log): Promise<Account | undefined> {
  if (!isRoot()) return undefined;
  const owner = await stat(pgData).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `user ${owner.uid}` };

  const existing = await findAccount(ownAccount);
  if (existing) return existing;
  for (const [command, args] of waysToAdd) {
    await promisify(execFile)(command, args).catch(() => undefined);
    // Looked up even after a failure: another start may have added it at the same moment.
    const added = await findAccount(ownAccount);
    if (!added) continue;
    log("info", `Added the system user "${ownAccount}", which PostgreSQL runs as.`);
    return added;
  }
  for (const name of otherAccounts) {
    const account = await findAccount(name);
    if (!account) continue;
    log("warn", `The system user "${ownAccount}" could not be added; PostgreSQL runs as "${name}".`);
    return account;
  }
  throw refusal(
    `PostgreSQL does not run as root and the system user "${ownAccount}" could not be added. Add it (useradd --system ${ownAccount}), or start Maru as an ordinary user.`,
  );
}

async function findAccount(name: string): Promise<Account | undefined> {
  const lines = (await readFile("/etc/passwd", "utf8").catch(() => "")).split("\n");
  const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(":");
  const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])];
  return uid > 0 && gid >= 0 ? { uid, gid, name } : undefined;
}
