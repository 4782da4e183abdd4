import { runChild } from "./bootstrap/child.mjs";
import { npm } from "./bootstrap/npm.mjs";
import { main, root } from "./bootstrap/say.mjs";

/** Fails on published high or critical flaws in what Maru runs with; a registry that does not answer is no flaw. */
await main(async () => {
  const { command, args } = npm();
  const wish = ["audit", "--omit=dev", "--json", "--loglevel=silent"];
  const { output } = await runChild(command, [...args, ...wish], { cwd: root, captured: true });
  const report = parse(output);
  const counts = report?.metadata?.vulnerabilities;
  if (!counts) {
    process.stdout.write("The registry did not answer the question about published flaws; not checked.\n");
    return 0;
  }
  const serious = Object.values(report.vulnerabilities ?? {}).filter(({ severity }) => isSerious(severity));
  for (const { name, severity, range } of serious) process.stdout.write(`${severity}: ${name} ${range}\n`);
  process.stdout.write(
    `${serious.length} high or critical, ${counts.moderate + counts.low} lesser flaws published.\n`,
  );
  return serious.length > 0 ? 1 : 0;
});

/**
 * @typedef {object} Report
 * @property {{ vulnerabilities: { moderate: number, low: number } }} [metadata]
 * @property {Record<string, { name: string, severity: string, range: string }>} [vulnerabilities]
 */

/** @param {string} output @returns {Report | undefined} */
function parse(output) {
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}

/** @param {string} severity */
function isSerious(severity) {
  return severity === "high" || severity === "critical";
}
