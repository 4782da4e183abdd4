import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { root } from "./say.mjs";

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} Locked */
/** @typedef {{ packages?: Record<string, Locked> }} Lockfile */

/** Whether node_modules holds what package-lock.json asks for. */
export async function isInstalled(checkout = root) {
  const stamp = await lockStamp(checkout);
  const known = await readFile(stampFile(checkout), "utf8").catch(() => "");
  if (known === stamp) return true;

  // Somebody may have used npm itself since: its own record of what it installed decides.
  const [wanted, present] = await Promise.all([
    readLock(path.join(checkout, "package-lock.json")),
    readLock(path.join(checkout, "node_modules/.package-lock.json")),
  ]);
  if (!wanted || !present || !holds(present, wanted)) return false;
  await markInstalled(checkout);
  return true;
}

/** Remembers that node_modules is complete; on a read-only disk the slower comparison does. */
export async function markInstalled(checkout = root) {
  await writeFile(stampFile(checkout), await lockStamp(checkout)).catch(() => undefined);
}

/**
 * Optional packages may be absent: most are for other platforms.
 * @param {Lockfile} present
 * @param {Lockfile} wanted
 */
function holds(present, wanted) {
  return Object.entries(wanted.packages ?? {}).every(([place, locked]) => {
    if (!place.includes("node_modules/")) return true; // the workspaces themselves
    const found = present.packages?.[place];
    if (!found) return Boolean(locked.optional || locked.devOptional);
    return found.version === locked.version && found.integrity === locked.integrity;
  });
}

/** @param {string} checkout */
const stampFile = (checkout) => path.join(checkout, "node_modules/.maru-installed");

/** @param {string} checkout */
function lockStamp(checkout) {
  const platform = `${process.platform}-${process.arch}`;
  return fingerprint([path.join(checkout, "package-lock.json")], undefined, [platform]);
}

/**
 * @param {string} file
 * @returns {Promise<Lockfile | undefined>}
 */
async function readLock(file) {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}
