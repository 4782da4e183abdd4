import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { requireOrSkip } from "../services.ts";
import { testServer } from "../test-server.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../../../..");
const monitoring = join(root, "deploy/monitoring");
const dashboards = join(monitoring, "grafana/dashboards");
const rules = readFileSync(join(monitoring, "prometheus/rules/maru.yml"), "utf8");
const tests = ["maru.test.yml", "hours.test.yml"].map((name) => join(monitoring, "tests", name));
const promtool = requireOrSkip("prometheus");
const amtool = requireOrSkip("alertmanager");

// With everything switched on that has figures of its own; that nobody answers there is a figure, too.
const server = testServer({
  MARU_REDIS_URL: "redis://127.0.0.1:1",
  MARU_BACKUP_DIR: join(tmpdir(), "maru-no-backups"),
});

/** Of others: Prometheus itself, the exporters of hosts and certificates, and Kubernetes. */
const foreign = /^(up|time|probe_\w+|kube_\w+)$/;
const expressions = [
  ...[...rules.matchAll(/expr: (?:\|\n((?: {10,}.*\n)+)|(.*))/g)].map(([, block, line]) => block ?? line!),
  ...readdirSync(dashboards).flatMap((name) =>
    [...readFileSync(join(dashboards, name), "utf8").matchAll(/"expr": ("(?:[^"\\]|\\.)*")/g)].map(
      ([, text]) => JSON.parse(text!) as string,
    ),
  ),
];

/** The names of metrics in an expression: words that are no functions, labels or keywords. */
function metricsOf(expression: string): string[] {
  const plain = expression
    .replace(/\{[^}]*\}/g, "")
    .replace(/"[^"]*"|\[\w+\]/g, "")
    .replace(/\b(by|on|ignoring|without) ?\([^)]*\)/g, "");
  const words = plain.match(/[a-zA-Z_:][\w:]*(?![\w:]*\s*\()/g) ?? [];
  return words.filter((word) => !/^(and|or|unless|by|on|ignoring|without|s|m|h|d)$/.test(word));
}

test("every metric that alerts and dashboards name is one of a real site", async () => {
  const { body } = await server.as(null).get("//metrics");
  const known = new Set(
    [...body.matchAll(/^# TYPE (\w+) (\w+)/gm)].flatMap(([, name, type]) =>
      type === "histogram" ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name!],
    ),
  );
  const recorded = new Set([...rules.matchAll(/record: (\S+)/g)].map(([, name]) => name!));
  const named = new Set(expressions.flatMap(metricsOf));
  expect(named.size).toBeGreaterThan(25);
  expect([...named].filter((name) => !known.has(name) && !recorded.has(name) && !foreign.test(name))).toEqual(
    [],
  );
});

test("each alert has a page that says what to do, and a test of its own", () => {
  const alerts = [...rules.matchAll(/alert: (\w+)/g)].map(([, name]) => name!).toSorted();
  const pages = readdirSync(join(root, "docs/runbooks")).map((name) => name.replace(/\.md$/, ""));
  expect(pages.toSorted()).toEqual(alerts);
  const tested = tests.map((file) => readFileSync(file, "utf8")).join("");
  for (const alert of alerts) {
    expect(rules).toContain(`runbook: docs/runbooks/${alert}.md`);
    expect(tested).toMatch(new RegExp(`alertname: ${alert}\\n\\s+exp_alerts:\\n`));
  }
});

test.skipIf(!promtool)("the rules say what their tests expect", { timeout: 60_000 }, async () => {
  const config = await run(promtool!, ["check", "config", join(monitoring, "prometheus/prometheus.yml")]);
  expect(config.stdout).toContain("is valid prometheus config file syntax");
  const tested = await run(promtool!, ["test", "rules", ...tests]);
  expect(tested.stdout.match(/SUCCESS/g)).toHaveLength(tests.length);
});

test.skipIf(!amtool)("what wakes somebody, what waits for the day, what is only told", async () => {
  const file = join(monitoring, "alertmanager/alertmanager.yml");
  expect((await run(amtool!, ["check-config", file])).stdout).toContain("SUCCESS");
  const receiver = async (severity: string) => {
    const args = ["config", "routes", "test", `--config.file=${file}`, `severity=${severity}`];
    return (await run(amtool!, args)).stdout.trim();
  };
  expect(await receiver("page")).toBe("wake");
  expect(await receiver("ticket")).toBe("day");
  expect(await receiver("info")).toBe("told");
});
