import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createPool } from "../apps/server/src/platform/database/database.ts";
import { writeImdbFiles } from "./film-import/imdb-files.ts";
import { cpuSecondsOf } from "./lib/cpu.ts";
import { startDatabase } from "./lib/data-set.ts";
import { cleanEnvironment, commandLine, root } from "./lib/program.ts";
import { printReport } from "./lib/report.ts";

const { values } = parseArgs({
  options: {
    titles: { type: "string", default: "1000000" },
    /** Lines of the files that are no films. */
    episodes: { type: "string", default: "1000000" },
    /** With people, Korean and other titles, too. */
    complete: { type: "boolean", default: false },
    "node-options": { type: "string", default: "" },
  },
});
const titles = Number(values.titles);
const megabyte = 1e6;

/** The most memory that a process has had so far, in bytes. */
function peakBytesOf({ pid }: ChildProcess): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

async function importOnce(folder: string, files: string, databaseUrl: string, postmaster: number) {
  const nodeOptions = values["node-options"].split(" ").filter((option) => option !== "");
  const [begun, cpu] = [performance.now(), cpuSecondsOf(postmaster)];
  const child = spawn(process.execPath, [...nodeOptions, commandLine, "films", "import", "imdb", files], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...cleanEnvironment(), DATABASE_URL: databaseUrl, MARU_DATA_DIR: folder, LOG_LEVEL: "warn" },
  });
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, peakBytesOf(child))), 50);
  const [code] = (await once(child, "exit")) as [number | null];
  clearInterval(timer);
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  return {
    seconds: (performance.now() - begun) / 1000,
    peak: peak / megabyte,
    databaseCpu: cpuSecondsOf(postmaster) - cpu,
  };
}

const folder = await mkdtemp(join(tmpdir(), "maru-film-import-"));
try {
  // The database runs as a user of its own when the bench runs as root.
  await chmod(folder, 0o755);
  console.log(`Writing the files of ${titles} films`);
  await writeImdbFiles(folder, { titles, episodes: Number(values.episodes), isComplete: values.complete });
  const database = await startDatabase(folder);
  const pool = createPool(database.url, 1, () => {});
  try {
    const first = await importOnce(folder, folder, database.url, database.pid);
    const { rows } = await pool.query<{ films: number; told: number }>(
      "select (select count(*) from film) as films, (select count(*) from film_event) as told",
    );
    const again = await importOnce(folder, folder, database.url, database.pid);
    const { rows: after } = await pool.query<{ told: number }>("select count(*) as told from film_event");
    const isReached = printReport(
      `${titles.toLocaleString("en")} films from IMDb's files, with ratings${values.complete ? ", people and other titles" : ""}`,
      ["import", "seconds", "films/s", "peak MB", "database CPU s"],
      [
        ["into an empty database", first.seconds, titles / first.seconds, first.peak, first.databaseCpu],
        ["the same once more", again.seconds, titles / again.seconds, again.peak, again.databaseCpu],
      ],
      [
        { what: "import", measured: first.seconds, unit: "s", atMost: 300 },
        { what: "peak memory", measured: Math.max(first.peak, again.peak), unit: "MB", atMost: 500 },
        { what: "films that are there", measured: rows[0]!.films, unit: "", atLeast: titles },
        {
          what: "told to the ranks by the second import",
          measured: after[0]!.told - rows[0]!.told,
          unit: "",
          atMost: 0,
        },
      ],
    );
    process.exitCode = isReached ? 0 : 1;
  } finally {
    await pool.end();
    await database.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
