import { existsSync } from "node:fs";
import type { SpawnOptions } from "node:child_process";
import type { Account } from "./account.ts";
import { canReach } from "./reach.ts";
import { refusal } from "./failure.ts";

/** How the server names its data folder where it could not name it otherwise; to anybody else it is another folder. */
export const ownFolder = "/proc/self/cwd";

/**
 * How the server's programs name a data folder. Below a folder that their account may not enter, such as
 * /root, it is their working directory, which they were started in before root was given up: so the data
 * stays where the operator wanted it and no permission is loosened.
 */
export async function nameForServer(folder: string, account: Account | undefined) {
  if (await canReach(folder, account)) return folder;
  if (existsSync(ownFolder)) return ownFolder;
  throw refusal(
    `PostgreSQL runs as "${account?.name}", who cannot reach ${folder}. Choose a folder outside of it: MARU_DATA_DIR=/var/lib/maru npm start`,
  );
}

/** The server's programs see nothing of Maru's environment, whose secrets are none of their business. */
export function processOptions(folder: string, account: Account | undefined): SpawnOptions {
  return {
    cwd: folder,
    windowsHide: true,
    ...(process.platform === "win32" ? {} : { env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" } }),
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  };
}
