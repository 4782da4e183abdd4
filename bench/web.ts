import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { readOptions } from "./lib/options.ts";
import { cleanEnvironment, root, startProgram } from "./lib/program.ts";
import { printReport } from "./lib/report.ts";

const lighthouse = "lighthouse@13.5.0";
const browsers = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
/** One run's score swings by some points with whatever else the machine does: the middle one of these counts. */
const runs = 3;
const categories = ["performance", "accessibility", "best-practices", "seo"];

const options = readOptions();
const browserPath = browsers.find((path) => path !== undefined && existsSync(path));
if (!browserPath) throw new Error("Chromium is missing: install it, or set CHROMIUM_PATH");

/** What goes over the wire until a page is quiet, by kind of file: as sent, compressed, headers left out. */
async function bytesOfPage(url: string, executablePath: string): Promise<Map<string, number>> {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const sizes = new Map<string, number>();
    const seen: Promise<void>[] = [];
    page.on("requestfinished", (request) => {
      const kind = request.resourceType();
      const sized = request
        .sizes()
        .then(({ responseBodySize }) => void sizes.set(kind, (sizes.get(kind) ?? 0) + responseBodySize));
      seen.push(sized);
    });
    await page.goto(url, { waitUntil: "networkidle" });
    await Promise.all(seen);
    return sizes;
  } finally {
    await browser.close();
  }
}

/** Lighthouse's scores of a page on a phone, 0 to 100. */
async function scoresOf(url: string, chrome: string, output: string): Promise<Map<string, number>> {
  const flags = [
    "--output=json",
    `--output-path=${output}`,
    "--quiet",
    `--only-categories=${categories.join(",")}`,
  ];
  // Run by npm from its cache: as a dependency it would weigh more than the whole program on every installation.
  execFileSync(
    "npm",
    ["exec", "--yes", "--", lighthouse, url, ...flags, "--chrome-flags=--headless=new --no-sandbox"],
    {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...cleanEnvironment(), CHROME_PATH: chrome },
    },
  );
  const report = JSON.parse(await readFile(output, "utf8")) as {
    categories: Record<string, { score: number }>;
  };
  return new Map(
    Object.entries(report.categories).map(([name, { score }]) => [name, Math.round(score * 100)]),
  );
}

const dataDir = join(options.data, "web");
await rm(dataDir, { recursive: true, force: true });
await mkdir(dataDir, { recursive: true });
const program = await startProgram({
  port: options.port,
  dataDir,
  logFile: join(options.data, "web.log"),
  env: { MARU_DEMO: "on" },
});
try {
  const url = `http://127.0.0.1:${options.port}/`;
  const bytes = await bytesOfPage(url, browserPath);
  const scored: Map<string, number>[] = [];
  for (let run = 0; run < runs; run++)
    scored.push(await scoresOf(url, browserPath, join(options.data, "lighthouse.json")));
  const score = (category: string) =>
    scored.map((scores) => scores.get(category) ?? 0).toSorted((a, b) => a - b)[Math.floor(runs / 2)]!;
  const kilobytes = (kind: string) => (bytes.get(kind) ?? 0) / 1000;
  const isReached = printReport(
    "The first page, signed out, on a phone, with the demo community",
    ["kind", "KB sent"],
    [...bytes.keys()].toSorted().map((kind): [string, number] => [kind, kilobytes(kind)]),
    [
      { what: "compressed JavaScript", measured: kilobytes("script"), unit: "KB", atMost: 90 },
      { what: "Lighthouse performance", measured: score("performance"), unit: "", atLeast: 95 },
      { what: "Lighthouse accessibility", measured: score("accessibility"), unit: "", atLeast: 100 },
      { what: "Lighthouse best practices", measured: score("best-practices"), unit: "", atLeast: 0 },
      { what: "Lighthouse SEO", measured: score("seo"), unit: "", atLeast: 0 },
    ],
  );
  process.exitCode = isReached ? 0 : 1;
} finally {
  await program.stop();
}
