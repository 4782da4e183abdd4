import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Refusal, root } from "./say.mjs";

const staleAfterMs = 20 * 60_000;

/**
 * Does `work` while no other start of this checkout installs or builds. A lock whose owner is gone is taken over.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function exclusively(work, lock = path.join(root, ".cache/preparing.lock")) {
  await mkdir(path.dirname(lock), { recursive: true }).catch(explainUnwritable);
  let told = false;
  while (!(await taken(lock).catch(explainUnwritable))) {
    if (!told) process.stderr.write("Another start is preparing this checkout; waiting for it …\n");
    told = true;
    await delay(200);
  }
  const release = () => rmSync(lock, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

/**
 * @param {string} lock
 * @returns {Promise<boolean>}
 */
async function taken(lock) {
  try {
    await writeFile(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    if (!(await isStale(lock))) return false;
    await rm(lock, { force: true });
    return taken(lock);
  }
}

/** @param {string} lock */
async function isStale(lock) {
  const [owner, age] = await Promise.all([
    readFile(lock, "utf8").catch(() => ""),
    stat(lock).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    ),
  ]);
  if (age > staleAfterMs) return true;
  if (owner === "") return age > 1000; // made a moment ago, and the number is about to be written
  try {
    process.kill(Number(owner), 0);
    return false;
  } catch (error) {
    return codeOf(error) === "ESRCH";
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** @param {unknown} error @returns {never} */
function explainUnwritable(error) {
  if (!["EACCES", "EPERM", "EROFS"].includes(String(codeOf(error)))) throw error;
  throw new Refusal(
    "Something must be installed or built first, but this person cannot write to the checkout.\n" +
      "Run this as its owner once, or use a checkout of your own.",
  );
}
