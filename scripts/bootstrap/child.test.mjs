import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, onTestFinished, test, vi } from "vitest";

const here = (/** @type {string} */ name) =>
  pathToFileURL(fileURLToPath(new URL(name, import.meta.url))).href;

/** Stays until told to stop, then says so and ends with 7. */
const patient = `
  process.on("SIGTERM", () => { console.log("told"); process.exit(7); });
  setTimeout(() => process.exit(1), 20_000);
  console.log("pid " + process.pid);
`;

/** Runs `patient` through runChild and ends as it ends. */
const between = `
  import { runChild } from ${JSON.stringify(here("child.mjs"))};
  const args = ["--import", ${JSON.stringify(here("stop-with-parent.mjs"))}, "-e", ${JSON.stringify(patient)}];
  const { code } = await runChild(process.execPath, args);
  process.exitCode = code;
`;

test("a signal to the one between reaches the program, and its exit code comes back", async () => {
  const { process: middle, said } = run(between);
  await said(/pid \d+/);
  middle.kill("SIGTERM");

  expect(await once(middle, "close")).toEqual([7, null]);
  expect(await said(/told/)).toBeTruthy();
});

test("a program whose parent was killed stops by itself", async () => {
  const { process: middle, said } = run(between);
  const pid = Number((await said(/pid (\d+)/))?.[1]);
  onTestFinished(() => killIfAlive(pid));
  middle.kill("SIGKILL");

  expect(await said(/told/)).toBeTruthy();
});

test("a step that was told to stop takes what it started with it", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "maru-child-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const ready = path.join(folder, "ready");
  const deaf = `
    process.on("SIGTERM", () => {});
    setTimeout(() => {}, 20_000);
    require("node:fs").writeFileSync(${JSON.stringify(ready)}, String(process.pid));
  `;
  const step = `
    require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(deaf)}], { stdio: "inherit" });
  `;
  const { process: middle, said } = run(`
    import { runChild } from ${JSON.stringify(here("child.mjs"))};
    const args = ["-e", ${JSON.stringify(step)}];
    const { told } = await runChild(process.execPath, args, { captured: true, patienceMs: 100 });
    console.log("told " + told);
  `);
  const pid = await vi.waitFor(async () => Number(await readFile(ready, "utf8")) || Promise.reject(), {
    timeout: 5000,
  });
  onTestFinished(() => killIfAlive(pid));
  middle.kill("SIGTERM");

  // Said once all outputs are closed, and so once nobody is left to hold them.
  expect(await said(/told SIGTERM/)).toBeTruthy();
}, 10_000);

test("what is captured is not shown", async () => {
  const { runChild } = await import("./child.mjs");
  const script = "console.log('out'); console.error('err'); process.exit(3)";
  const { code, output } = await runChild(process.execPath, ["-e", script], { captured: true });
  expect(code).toBe(3);
  expect(output).toContain("out\n");
  expect(output).toContain("err\n");
});

/** @param {number} pid */
function killIfAlive(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone, as it should be.
  }
}

/** @param {string} script */
function run(script) {
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  /** @param {RegExp} pattern */
  const said = async (pattern) => {
    while (!pattern.test(output) && !child.stdout.readableEnded) {
      await Promise.race([once(child.stdout, "data"), once(child.stdout, "end")]);
    }
    return output.match(pattern);
  };
  return { process: child, said };
}
