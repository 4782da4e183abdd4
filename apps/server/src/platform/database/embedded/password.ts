import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { isRoot, type Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { superuser } from "./data-folder.ts";
import { runProgram } from "./run-program.ts";
import { nameForServer, processOptions } from "./server-process.ts";

// The folder may belong to another user than root: nothing here follows a link that this user could have laid.
const { O_CREAT, O_EXCL, O_NOFOLLOW, O_RDONLY, O_WRONLY } = constants;

/** The password kept in `file`; undefined when there is none yet. */
export async function readPassword(file: string) {
  const handle = await open(file, O_RDONLY | O_NOFOLLOW).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!handle) return undefined;
  try {
    if (((await handle.stat()).mode & 0o077) !== 0) await handle.chmod(0o600);
    return (await handle.readFile("utf8")).trim() || undefined;
  } finally {
    await handle.close();
  }
}

/** Makes a password and keeps it in `file`, on disk and readable by its owner alone before this returns. */
export async function createPassword(file: string) {
  const password = randomBytes(24).toString("base64url");
  const owner = await stat(dirname(file));
  await rm(`${file}.new`, { force: true });
  const handle = await open(`${file}.new`, O_WRONLY | O_CREAT | O_EXCL, 0o600);
  try {
    await handle.writeFile(`${password}\n`);
    await handle.sync();
    if (isRoot()) await handle.chown(owner.uid, owner.gid);
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
  return password;
}

/** Sets a password that was lost, on a database that is not being served. */
export async function setPassword(
  pgData: string,
  password: string,
  { postgres }: Binaries,
  account: Account | undefined,
) {
  const args = ["--single", "-D", await nameForServer(pgData, account), "postgres"];
  await runProgram(
    postgres,
    args,
    processOptions(pgData, account),
    `ALTER ROLE ${superuser} PASSWORD '${password}'\n`,
  );
}
