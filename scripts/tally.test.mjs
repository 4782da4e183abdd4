import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { closingLine, readTally, sum } from "./tally.mjs";

test("a green run counts its tests", async () => {
  const file = await report({ numPassedTests: 3, numPendingTests: 1 });
  expect(await readTally(file, 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
});

test("a file that broke before its first test is a failure", async () => {
  const file = await report({ testResults: [{ status: "failed", assertionResults: [] }] });
  expect(await readTally(file, 1)).toMatchObject({ failed: 1 });
});

test("a failed test is counted once, though its file failed too", async () => {
  const testResults = [{ status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] }];
  const file = await report({ numFailedTests: 1, numPassedTests: 1, testResults });
  expect(await readTally(file, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test("a run that failed outside of its tests, or left no report, is a failure", async () => {
  expect(await readTally(await report({ numPassedTests: 9 }), 1)).toMatchObject({ failed: 1 });
  expect(await readTally("/nowhere/report.json", 0)).toMatchObject({ failed: 1 });
});

test("the closing line adds everything up, and names skips only when there are any", () => {
  const total = sum([
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 2, failed: 1, skipped: 0 },
  ]);
  expect(closingLine(total)).toBe("3 passed, 1 failed");
  expect(closingLine({ ...total, skipped: 4 })).toBe("3 passed, 1 failed, 4 skipped");
});

/** @param {object} part */
async function report(part) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "maru-tally-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const nothing = {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
  };
  const file = path.join(folder, "report.json");
  await writeFile(file, JSON.stringify({ ...nothing, ...part }));
  return file;
}
