import {
  chown,
  lchown,
  mkdir,
  mkdtemp,
  open,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { runProgram } from "./run-program.ts";
import { nameForServer, processOptions } from "./server-process.ts";
import { refusal } from "./failure.ts";

export const superuser = "postgres";

/** Whether there is a database already; refuses what another PostgreSQL wrote, and anything that is no database. */
export async function findData(pgData: string, { major }: Binaries): Promise<boolean> {
  const entries = await readdir(pgData).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (entries.length === 0) return false;
  const found = (await readFile(join(pgData, "PG_VERSION"), "utf8").catch(() => "")).trim();
  if (!found)
    throw refusal(
      `${pgData} holds something that is not a PostgreSQL database. Move it away and start again.`,
    );
  if (found !== String(major)) {
    throw refusal(
      `The data in ${pgData} was written by PostgreSQL ${found}; this Maru brings PostgreSQL ${major}. Nothing was changed. ` +
        `Save the data with "maru backup" of the Maru release that brings PostgreSQL ${found} and restore it here into an empty folder, ` +
        `or set DATABASE_URL to a PostgreSQL ${found} of your own that serves it.`,
    );
  }
  return true;
}

/** Makes the database aside and moves it into place in one step: whatever stops it, nothing is half done. */
export async function createData(
  pgData: string,
  password: string,
  { initdb }: Binaries,
  account: Account | undefined,
) {
  const [parent, prefix] = [dirname(pgData), `${basename(pgData)}.new-`];
  // An orphan of a killed first start may still be writing in its folder; the next start gets that one.
  const leftovers = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  await Promise.allSettled(leftovers.map((name) => rm(join(parent, name), { recursive: true, force: true })));

  const aside = await mkdtemp(join(parent, prefix));
  try {
    const data = join(aside, "data");
    await mkdir(data, { mode: 0o700 });
    await writeFile(join(aside, "password"), password, { mode: 0o600 });
    if (account)
      for (const path of [data, join(aside, "password"), aside]) await chown(path, account.uid, account.gid);
    const args = [
      ["-D", await nameForServer(data, account), "-U", superuser, "--pwfile=../password"],
      [
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--no-locale",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
      ],
      ["--data-checksums", "--no-instructions"],
    ];
    await runProgram(initdb, args.flat(), processOptions(data, account));
    await rename(data, pgData);
    if (process.platform !== "win32") await syncFolder(parent);
  } finally {
    await rm(aside, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** PostgreSQL serves only what belongs to the account that it runs as. */
export async function giveDataTo(account: Account | undefined, pgData: string) {
  const { uid } = await stat(pgData);
  if (!account) {
    const own = process.getuid?.() ?? uid;
    if (uid === own) return;
    throw refusal(`The data in ${pgData} belongs to user ${uid}. Start Maru as that user or as root.`);
  }
  if (uid === account.uid) return;
  for (const path of await readdir(pgData, { recursive: true }))
    await lchown(join(pgData, path), account.uid, account.gid);
  await chown(pgData, account.uid, account.gid);
}

async function syncFolder(folder: string) {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}
