import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { prepare } from "./bootstrap/prepare.mjs";
import { runChild } from "./bootstrap/child.mjs";
import { withProjectNode } from "./bootstrap/project-node.mjs";
import { main, root, Stopped } from "./bootstrap/say.mjs";
import { closingLine, readTally, sum } from "./tally.mjs";

/**
 * Every set of tests: where it runs, and the configuration that names its files.
 * @typedef {{ name: string, folder: string, config: string, unset?: string }} Suite
 */

/** @type {Suite[]} */
const suites = [
  { name: "scripts", folder: "scripts", config: "vitest.config.mjs" },
  { name: "server", folder: "apps/server", config: "vitest.config.ts", unset: "MARU_TEST_DATABASE_URL" },
  {
    name: "programs",
    folder: "apps/server",
    config: "vitest.programs.config.ts",
    unset: "MARU_TEST_DATABASE_URL",
  },
  { name: "elsewhere", folder: "apps/server", config: "vitest.elsewhere.config.ts" },
  { name: "browser", folder: "apps/web", config: "e2e/vitest.config.ts" },
];

/** `npm test`: installs what is needed, then runs every test. Names of sets after `--` run only those. */
await main(async () => {
  const only = process.argv.slice(2);
  const unknown = only.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    process.stderr.write(
      `No such tests: ${unknown.join(", ")}; there are ${suites.map(({ name }) => name).join(", ")}.\n`,
    );
    return 2;
  }
  const node = await prepare({ web: true });
  const scratch = await mkdtemp(path.join(os.tmpdir(), "maru-test-"));
  try {
    const tallies = [];
    for (const suite of suites) {
      const wanted = only.length === 0 || only.includes(suite.name);
      if (wanted) tallies.push(await runSuite(node, suite, scratch));
    }
    await tellSkips(path.join(scratch, "skips"));
    const total = sum(tallies);
    process.stdout.write(`\n${closingLine(total)}\n`);
    return total.failed > 0 || total.passed === 0 ? 1 : 0;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
});

/**
 * @param {string} node
 * @param {Suite} suite
 * @param {string} scratch
 */
async function runSuite(node, { name, folder, config, unset }, scratch) {
  process.stdout.write(`\n── ${name}\n`);
  const report = path.join(scratch, `${name}.json`);
  const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code, told } = await runChild(node, [vitest, "run", "--config", config, ...reporters], {
    cwd: path.join(root, folder),
    env: {
      ...withProjectNode(node),
      TEST_SKIPS_FILE: path.join(scratch, "skips"),
      ...(unset && { [unset]: undefined }),
    },
  });
  if (told) throw new Stopped(told);
  return readTally(report, code);
}

/** Says once what was not tested because the machine lacks something. @param {string} file */
async function tellSkips(file) {
  const lines = await readFile(file, "utf8").catch(() => "");
  const reasons = [...new Set(lines.split("\n").filter(Boolean))].sort();
  if (reasons.length > 0) process.stdout.write("\nSkipped, because a service is missing:\n");
  for (const reason of reasons) process.stdout.write(`  ${reason}\n`);
}
