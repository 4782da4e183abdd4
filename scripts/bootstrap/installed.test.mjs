import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isInstalled, markInstalled } from "./installed.mjs";

/** @type {string} */
let checkout;
beforeEach(async () => {
  checkout = await mkdtemp(path.join(os.tmpdir(), "maru-installed-"));
  await lockIs({ one: "1.0.0" });
});
afterEach(() => rm(checkout, { recursive: true }));

test("a fresh clone is not installed", async () => {
  expect(await isInstalled(checkout)).toBe(false);
});

test("what was installed stays installed until the lock file changes", async () => {
  await mkdir(path.join(checkout, "node_modules"));
  await markInstalled(checkout);
  expect(await isInstalled(checkout)).toBe(true);

  await lockIs({ one: "1.0.1" });
  expect(await isInstalled(checkout)).toBe(false);
});

test("what npm installed by itself counts, and is remembered", async () => {
  await presentIs({ one: "1.0.0" });
  expect(await isInstalled(checkout)).toBe(true);
  expect(await readFile(path.join(checkout, "node_modules/.maru-installed"), "utf8")).not.toBe("");
});

test("a package of another version, or none, means to install", async () => {
  await presentIs({ one: "0.9.0" });
  expect(await isInstalled(checkout)).toBe(false);
  await presentIs({});
  expect(await isInstalled(checkout)).toBe(false);
});

test("an optional package may be absent", async () => {
  await lockIs({ one: "1.0.0" }, { "for-another-platform": "1.0.0" });
  await presentIs({ one: "1.0.0" });
  expect(await isInstalled(checkout)).toBe(true);
});

/** @param {Record<string, string>} versions @param {Record<string, string>} [optional] */
function lockIs(versions, optional = {}) {
  return writeLock("package-lock.json", {
    ...entries(versions, {}),
    ...entries(optional, { optional: true }),
  });
}

/** @param {Record<string, string>} versions */
async function presentIs(versions) {
  await mkdir(path.join(checkout, "node_modules"), { recursive: true });
  await writeLock("node_modules/.package-lock.json", entries(versions, {}));
}

/** @param {Record<string, string>} versions @param {object} more */
function entries(versions, more) {
  const named = Object.entries(versions);
  return Object.fromEntries(named.map(([name, version]) => [`node_modules/${name}`, { version, ...more }]));
}

/** @param {string} name @param {object} packages */
function writeLock(name, packages) {
  return writeFile(path.join(checkout, name), JSON.stringify({ packages: { "": {}, ...packages } }));
}
