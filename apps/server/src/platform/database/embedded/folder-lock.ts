import {
  accessSync,
  constants,
  existsSync,
  lchownSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isRoot } from "./account.ts";
import { refusal } from "./failure.ts";

const sqliteBusy = 5;

/**
 * Makes this process the only Maru on the data folder, or refuses. The lock is the kernel's lock on a file
 * (taken through SQLite, as Node has no call of its own for it): it ends with the process, however that
 * dies, so there is nothing stale to be fooled by, and it holds between containers that share a volume.
 */
export function lockFolder(dataDir: string): { release(): void } {
  makeFolder(dataDir);
  const lockFile = join(dataDir, "maru.lock");
  const holderFile = join(dataDir, "maru.pid");
  // SQLite would not say what is wrong. Never opened here: closing any handle of a locked file ends its locks.
  accessSync(dataDir, constants.W_OK | constants.X_OK);
  if (existsSync(lockFile)) accessSync(lockFile, constants.W_OK);
  const lock = new DatabaseSync(lockFile, { timeout: 0 });
  try {
    lock.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode === sqliteBusy) throw alreadyRunning(dataDir, holderFile);
    throw error;
  }
  // Root may start once on a folder of an ordinary user, who must be able to lock it again afterwards.
  const owner = statSync(dataDir);
  if (isRoot()) lchownSync(lockFile, owner.uid, owner.gid);
  rmSync(holderFile, { force: true });
  writeFileSync(holderFile, `${process.pid}\n`, { flag: "wx" });
  if (isRoot()) lchownSync(holderFile, owner.uid, owner.gid);

  return {
    release() {
      rmSync(holderFile, { force: true });
      lock.close();
    },
  };
}

function makeFolder(dataDir: string) {
  if (existsSync(dataDir)) return;
  const mode = isRoot() ? 0o711 : 0o700;
  // Made in two steps, as the recursive call hides what is wrong (a read-only file system is ENOENT there).
  mkdirSync(dirname(dataDir), { recursive: true });
  mkdirSync(dataDir, { mode });
}

function alreadyRunning(dataDir: string, holderFile: string) {
  let holder = "";
  try {
    holder = ` (process ${Number.parseInt(readFileSync(holderFile, "utf8"), 10)})`;
  } catch {
    // The other one is just starting; who it is adds nothing.
  }
  return refusal(
    `Another Maru${holder} is already running on ${dataDir}. Stop it first, or give this one a folder of its own with MARU_DATA_DIR.`,
  );
}
