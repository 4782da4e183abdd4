import path from "node:path";
import { prepare } from "./bootstrap/prepare.mjs";
import { runChild } from "./bootstrap/child.mjs";
import { fingerprint } from "./bootstrap/fingerprint.mjs";
import { withProjectNode } from "./bootstrap/project-node.mjs";
import { main, root, Stopped } from "./bootstrap/say.mjs";

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {string} promise What holds when it passes.
 * @property {string[][]} commands
 * @property {string} [unchanged] A folder that the commands must leave as it was.
 */

/** @type {Check[]} */
const checks = [
  {
    name: "lint",
    promise: "no lint errors",
    commands: [["oxlint", "--type-aware", "--quiet"]],
  },
  { name: "format", promise: "everything is formatted", commands: [["oxfmt", "--check"]] },
  {
    name: "imports",
    promise: "imports follow the architecture",
    commands: [["depcruise", "--config", ".dependency-cruiser.mjs", "apps", "packages", "bench", "chaos"]],
  },
  {
    name: "types",
    promise: "types hold",
    commands: [
      ["tsc", "--noEmit", "-p", "scripts"],
      ["tsc", "--noEmit", "-p", "apps/server"],
      ["tsc", "--noEmit", "-p", "bench"],
      ["tsc", "--noEmit", "-p", "chaos"],
      ["npm", "run", "--silent", "check", "--workspace=apps/web"],
    ],
  },
  { name: "unused", promise: "no unused files, exports or packages", commands: [["knip"]] },
  { name: "lock", promise: "the lock file is complete", commands: [["node", "scripts/lock.mjs", "--check"]] },
  {
    name: "generated",
    promise: "generated files are current",
    commands: [["npm", "run", "--silent", "generate"]],
    unchanged: "packages/api-client",
  },
];

/** `npm run check`: everything a machine can say without running Maru. Names after `--` run only those. */
await main(async () => {
  const only = process.argv.slice(2);
  const unknown = only.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    process.stderr.write(
      `No such check: ${unknown.join(", ")}; there are ${checks.map(({ name }) => name).join(", ")}.\n`,
    );
    return 2;
  }
  const env = withProjectNode(await prepare({ web: false }));
  let failed = 0;
  for (const check of checks) {
    if (only.length > 0 && !only.includes(check.name)) continue;
    const fault = await faultOf(check, env);
    process.stdout.write(
      fault === undefined ? `ok      ${check.name}: ${check.promise}\n` : `FAILED  ${check.name}\n`,
    );
    if (fault !== undefined) process.stdout.write(`${fault.replace(/^/gm, "        ")}\n`);
    if (fault !== undefined) failed += 1;
  }
  return failed > 0 ? 1 : 0;
});

/**
 * What is wrong, or undefined.
 * @param {Check} check
 * @param {NodeJS.ProcessEnv} env
 */
async function faultOf({ commands, unchanged }, env) {
  const watched = unchanged === undefined ? [] : [path.join(root, unchanged)];
  const before = await fingerprint(watched, isInstalledPackage);
  for (const [command = "", ...args] of commands) {
    const { code, told, output } = await runChild(command, args, { cwd: root, env, captured: true });
    if (told) throw new Stopped(told);
    if (code !== 0) return output.trim() || `${command} ended with ${code}`;
  }
  const after = await fingerprint(watched, isInstalledPackage);
  return before === after
    ? undefined
    : `${unchanged} was out of date; it has been made anew: review and commit it.`;
}

/** @param {string} place */
function isInstalledPackage(place) {
  return place === "node_modules";
}
