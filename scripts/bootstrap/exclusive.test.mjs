import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { exclusively } from "./exclusive.mjs";

/** @type {string} */
let folder;
/** @type {string} */
let lock;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "maru-lock-"));
  lock = path.join(folder, "preparing.lock");
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

test("two starts prepare one after the other", async () => {
  const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  /** @type {PromiseWithResolvers<void>} */
  const gate = Promise.withResolvers();
  const second = vi.fn(async () => {});

  const begun = vi.fn(() => gate.promise);
  const first = exclusively(begun, lock);
  await vi.waitFor(() => expect(begun).toHaveBeenCalled());
  const later = exclusively(second, lock);
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith(expect.stringContaining("waiting")));
  expect(second).not.toHaveBeenCalled();

  gate.resolve();
  await Promise.all([first, later]);
  expect(second).toHaveBeenCalledOnce();
  expect(await readdir(folder)).toEqual([]);
});

test("a lock left by a process that is gone is taken over", async () => {
  await writeFile(lock, "2147483646");
  expect(await exclusively(async () => "done", lock)).toBe("done");
});

test("an ancient lock is taken over, even if its number lives on in another process", async () => {
  await writeFile(lock, String(process.pid));
  await utimes(lock, 0, 0);
  expect(await exclusively(async () => "done", lock)).toBe("done");
});

test("work that fails gives the lock back", async () => {
  const failing = exclusively(() => Promise.reject(new Error("no")), lock);
  await expect(failing).rejects.toThrow("no");
  expect(await readdir(folder)).toEqual([]);
});
