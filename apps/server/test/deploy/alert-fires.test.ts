import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SpaceDefinition } from "../../src/spaces/space.ts";
import { freePort } from "../program.ts";
import { requireOrSkip } from "../services.ts";
import { testServer } from "../test-server.ts";

const monitoring = join(import.meta.dirname, "../../../../deploy/monitoring");
const isThere = requireOrSkip("prometheus") && requireOrSkip("alertmanager");
const folder = await mkdtemp(join(tmpdir(), "maru-alerts-"));
await mkdir(join(folder, "migrations"));

/** A space whose only page breaks, as a bug would. */
const broken: SpaceDefinition = {
  name: "broken",
  migrations: join(folder, "migrations"),
  navigation: { path: "/broken", icon: "cat", label: { ko: "고장", en: "Broken" } },
  create: async () => ({
    consumers: [],
    async routes(app) {
      app.get("/api/v1/broken", { config: { policy: "public" }, schema: { hide: true } }, async () => {
        throw new Error("out of order");
      });
    },
  }),
};
const server = testServer({ LOG_LEVEL: "silent" }, [broken]);

interface Notice {
  status: string;
  alerts: { labels: Record<string, string>; annotations: Record<string, string> }[];
}
const notices: Notice[] = [];
const programs: ChildProcess[] = [];
const hook = createServer((request, response) => {
  let text = "";
  request.on("data", (piece: Buffer) => (text += piece.toString()));
  request.on("end", () => {
    notices.push(JSON.parse(text) as Notice);
    response.end();
  });
});

/** Starts a program as shipped, and waits until it says that it is ready. */
async function startMonitor(program: string, args: string[], readyUrl: string): Promise<void> {
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], cwd: folder });
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  programs.push(child);
  while (!(await fetch(readyUrl).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error(`${program} ended:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

beforeAll(async () => {
  if (!isThere) return;
  await server.maru.app.listen({ port: 0, host: "127.0.0.1" });
  const maru = (server.maru.app.server.address() as AddressInfo).port;
  hook.listen(0, "127.0.0.1");
  await once(hook, "listening");
  const [prometheus, alertmanager] = [await freePort(), await freePort()];

  // Everything as shipped, its rules and its times among it; only who is asked, and who is told, are others.
  await cp(join(monitoring, "prometheus/rules"), join(folder, "rules"), { recursive: true });
  const scraped = (await readFile(join(monitoring, "prometheus/prometheus.yml"), "utf8"))
    .replace("alertmanager:9093", `127.0.0.1:${alertmanager}`)
    .replace(/scrape_configs:[\s\S]*/, "")
    .concat(`scrape_configs: [{ job_name: maru, static_configs: [{ targets: ["127.0.0.1:${maru}"] }] }]\n`);
  await writeFile(join(folder, "prometheus.yml"), scraped);
  const told = (await readFile(join(monitoring, "alertmanager/alertmanager.yml"), "utf8"))
    .replace("http://127.0.0.1:9095/", `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`)
    .replace(/ {4}(email|slack)_configs: .*\n/g, "");
  await writeFile(join(folder, "alertmanager.yml"), told);

  await startMonitor(
    "prometheus-alertmanager",
    [
      "--config.file=alertmanager.yml",
      "--storage.path=alerts",
      `--web.listen-address=127.0.0.1:${alertmanager}`,
      "--cluster.listen-address=",
    ],
    `http://127.0.0.1:${alertmanager}/-/ready`,
  );
  await startMonitor(
    "prometheus",
    [
      "--config.file=prometheus.yml",
      "--storage.tsdb.path=series",
      `--web.listen-address=127.0.0.1:${prometheus}`,
    ],
    `http://127.0.0.1:${prometheus}/-/ready`,
  );
});
afterAll(async () => {
  for (const program of programs) {
    program.kill("SIGKILL");
    if (program.exitCode === null && program.signalCode === null) await once(program, "exit");
  }
  hook.close();
  await rm(folder, { recursive: true, force: true });
});

test.skipIf(!isThere)(
  "a page that breaks is told of within a minute, with what to do",
  { timeout: 90_000 },
  async () => {
    const begun = performance.now();
    const visit = async () => {
      expect((await server.as(null).get("/broken")).statusCode).toBe(500);
      expect((await server.as(null).get("/instance")).statusCode).toBe(200);
      return notices.length;
    };
    await expect.poll(visit, { timeout: 80_000, interval: 100 }).toBeGreaterThan(0);
    const seconds = (performance.now() - begun) / 1000;
    const [notice] = notices;
    expect(notice).toMatchObject({ status: "firing", alerts: [{ labels: { alertname: "MaruFailing" } }] });
    expect(notice!.alerts[0]!.annotations).toMatchObject({ runbook: "docs/runbooks/MaruFailing.md" });
    expect(seconds).toBeLessThan(60);
  },
);
