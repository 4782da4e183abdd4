import { table } from "../../bench/lib/table.ts";
import type { Checked } from "../checks/check.ts";

const mostShown = 10;

/** Prints what was checked and the first differences. Answers whether there are none. */
export function printChecks(checks: readonly Checked[]): boolean {
  const rows = checks.map(({ name, looked, differences }) => [
    name,
    looked,
    differences.length,
    differences.length === 0 ? "✓" : "✗",
  ]);
  console.log(`\n${table(["check", "looked at", "differences", ""], rows)}`);
  const wrong = checks.filter(({ differences }) => differences.length > 0);
  for (const { name, differences } of wrong) {
    console.log(`\n${name}:`);
    for (const line of differences.slice(0, mostShown)) console.log(`  ${line}`);
    if (differences.length > mostShown) console.log(`  … and ${differences.length - mostShown} more`);
  }
  return wrong.length === 0;
}
