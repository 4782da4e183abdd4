import { realpath, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Account } from "./account.ts";

/** Whether the account can read and enter `path` by its permission bits, every folder above it included. */
export async function canReach(path: string, account: Account | undefined) {
  if (!account) return true;
  const real = await realpath(path);
  if (!(await allows(real, account, 0o5))) return false;
  for (let folder = dirname(real); ; folder = dirname(folder)) {
    if (!(await allows(folder, account, 0o1))) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function allows(path: string, { uid, gid }: Account, wanted: number) {
  const { mode, uid: owner, gid: group } = await stat(path);
  const bits = owner === uid ? mode >> 6 : group === gid ? mode >> 3 : mode;
  return (bits & wanted) === wanted;
}
