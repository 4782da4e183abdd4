import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { requireOrSkip } from "../services.ts";
import { testServer } from "../test-server.ts";

const root = join(import.meta.dirname, "../../../..");
const chart = join(root, "deploy/helm/maru");
const helm = requireOrSkip("helm");
const kubeconform = requireOrSkip("kubeconform");
const run = promisify(execFile);
const server = testServer();

const valuesFor = (...names: string[]) =>
  names.flatMap((name) => ["--values", join(chart, "values", `${name}.yaml`)]);
const sites = {
  small: valuesFor("small"),
  "small, with Redis": [...valuesFor("small"), "--set", "redis.bundled=true"],
  split: valuesFor("split"),
  large: valuesFor("split", "large"),
};

/** The chart as a cluster would get it. */
async function render(args: string[]): Promise<string> {
  return (await run(helm!, ["template", "maru", chart, "--kube-version", "1.32.0", ...args])).stdout;
}

/** The parts of a kind, as text. */
const ofKind = (rendered: string, kind: string) =>
  rendered.split(/^---$/m).filter((part) => new RegExp(`^kind: ${kind}$`, "m").test(part));

describe.skipIf(!helm || !kubeconform)("the Helm chart", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "maru-chart-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(Object.entries(sites))(
    "for a site that is %s is what Kubernetes knows",
    { timeout: 60_000 },
    async (name, values) => {
      await run(helm!, ["lint", chart, "--strict", ...values]);
      const file = join(folder, `${name}.yaml`);
      await writeFile(file, await render(values));
      // The oldest and the newest version that there are schemas of here.
      for (const version of ["1.32.0", "1.37.0"]) {
        const { stdout } = await run(kubeconform!, [
          "-strict",
          "-summary",
          "-skip=ServiceMonitor,PrometheusRule",
          `-kubernetes-version=${version}`,
          `-schema-location=${root}/.cache/services/kubernetes-schemas/v${version}-local-strict/{{ .ResourceKind }}{{ .KindSuffix }}.json`,
          file,
        ]);
        expect(stdout).toMatch(/Valid: \d{2,}, Invalid: 0, Errors: 0, Skipped: [02]$/m);
      }
    },
  );

  test("split, it has a process for each consumer", async () => {
    const roles = [...(await render(sites.split)).matchAll(/name: MARU_ROLES\n\s+value: "(.*)"/g)]
      .flatMap(([, list]) => list!.split(","))
      .toSorted();
    const consumers = server.maru.roles.consumers.map((consumer) => `consumer:${consumer}`);
    expect(roles).toEqual([...consumers, "web", "relay", "recognition"].toSorted());
  });

  test("every pod may do as little as Kubernetes can ask for", async () => {
    const rendered = await render(sites["small, with Redis"]);
    const pods = ["Deployment", "StatefulSet", "Job"].flatMap((kind) => ofKind(rendered, kind));
    expect(pods).toHaveLength(4);
    for (const pod of pods)
      for (const rule of [
        "runAsNonRoot: true",
        "allowPrivilegeEscalation: false",
        "readOnlyRootFilesystem: true",
        "drop: [ALL]",
        "type: RuntimeDefault",
        "automountServiceAccountToken: false",
      ])
        expect(pod).toContain(rule);
  });

  test("web scales by CPU, consumers by their lag too, and the schema comes before the processes", async () => {
    const rendered = await render(sites.split);
    const [consumers, web] = ofKind(rendered, "HorizontalPodAutoscaler");
    expect(consumers).toContain("metric: { name: maru_consumer_lag_seconds }");
    expect(web).toContain("averageUtilization: 65");
    const [job] = ofKind(rendered, "Job");
    expect(job).toMatch(/helm.sh\/hook: pre-install,pre-upgrade[\s\S]*args: \[migrate\]/);
    // With a database of the chart's own there is nothing to migrate before it is there.
    expect(ofKind(await render(sites.small), "Job")[0]).toMatch(/helm.sh\/hook: pre-upgrade$/m);
  });

  test("the alerts in it are those of the monitoring, and figures are not for the world", async () => {
    const rendered = await render(sites.split);
    const rules = await readFile(join(root, "deploy/monitoring/prometheus/rules/maru.yml"), "utf8");
    const [rule] = ofKind(rendered, "PrometheusRule");
    const lines = (text: string) =>
      text
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean)
        .join("\n");
    expect(lines(rule!)).toContain(lines(rules));
    const [ingress] = ofKind(rendered, "Ingress");
    expect(ingress).toMatch(
      /path: \/metrics\n\s+pathType: Exact\n\s+backend:\n\s+service:\n\s+name: maru-nobody/,
    );
  });

  test.each([
    ["no origin", ["--set", "origin="], "origin"],
    ["a misspelt value", [...sites.small, "--set", "ingres.enabled=true"], "'ingres' not allowed"],
    ["a setting that is none", [...sites.small, "--set", "settings.PORTT=1"], "PORTT"],
    ["a role that is none", [...sites.small, "--set", "processes.site.roles=wep"], "roles"],
    ["nobody on the web", [...sites.small, "--set", "processes.site.roles=relay"], "none has the role web"],
    [
      "two webs on a disk that one node has",
      [...sites.small, "--set", "processes.site.replicas=2"],
      "Choose ReadWriteMany, or name an existingClaim",
    ],
    [
      "no database",
      [...sites.small, "--set", "postgresql.bundled=false"],
      "name a Secret that has DATABASE_URL",
    ],
    [
      "fewer at most than at least",
      [...sites.split, "--set", "processes.web.autoscaling.max=1"],
      "min (2) is more than max (1)",
    ],
  ])("is refused with the reason: %s", async (_what, values, reason) => {
    await expect(render(values)).rejects.toMatchObject({ stderr: expect.stringContaining(reason) });
  });
});
