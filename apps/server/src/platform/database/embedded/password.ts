import { randomBytes } from "node:crypto";
import { chmod, chown, open, readFile, rename, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { isRoot, type Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { superuser } from "./data-folder.ts";
import { runProgram } from "./run-program.ts";
import { nameForServer, processOptions } from "./server-process.ts";

/** The password kept in `file`; undefined when there is none yet. */
export async function readPassword(file: string) {
  const password = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  if (!password.trim()) return undefined;
  if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
  return password.trim();
}

/** Makes a password and keeps it in `file`, on disk and readable by its owner alone before this returns. */
export async function createPassword(file: string) {
  const password = randomBytes(24).toString("base64url");
  const handle = await open(`${file}.new`, "w", 0o600);
  try {
    await handle.chmod(0o600);
    await handle.writeFile(`${password}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  const owner = await stat(dirname(file));
  if (isRoot()) await chown(`${file}.new`, owner.uid, owner.gid);
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
