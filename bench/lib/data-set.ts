import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../../apps/server/src/platform/database/embedded/embedded-postgres.ts";
import type { BenchOptions } from "./options.ts";
import { cleanEnvironment, commandLine, root } from "./program.ts";

/** The folder of the large data set, made once; delete it to have it made anew. It is never written to: benches work on copies. */
export async function prepareDataSet({ data, people, follows, posts }: BenchOptions): Promise<string> {
  const dataDir = join(data, `community-${people}-${follows}-${posts}`);
  // Migrations that have come since are applied to the copies.
  const complete = join(dataDir, "complete");
  if (existsSync(complete)) return dataDir;

  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  // The database runs as a user of its own when the bench runs as root.
  await chmod(dataDir, 0o755);
  console.log(`Making the data set in ${dataDir}: ${people} people, ${follows} follows, ${posts} posts`);
  const begun = performance.now();
  const size = ["--people", String(people), "--follows", String(follows), "--posts", String(posts)];
  const child = spawn(process.execPath, [commandLine, "demo", ...size], {
    cwd: root,
    stdio: "inherit",
    env: { ...cleanEnvironment(), MARU_DATA_DIR: dataDir, MARU_DEMO: "off", LOG_LEVEL: "warn" },
  });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`maru demo ended with ${code}`);
  console.log(`Made in ${Math.round((performance.now() - begun) / 1000)} s`);
  await writeFile(complete, "");
  return dataDir;
}

export interface RunningDatabase {
  /** The postmaster; all other processes of the database are its children. */
  pid: number;
  url: string;
  stop(): Promise<void>;
}

/** The embedded PostgreSQL on a folder, with the settings that a site has. */
export async function startDatabase(dataDir: string): Promise<RunningDatabase> {
  const embedded = await startEmbeddedPostgres({
    dataDir,
    log: (level, message) => level === "error" && console.error(message),
  });
  const pid = Number(readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
  return { pid, url: embedded.connectionString, stop: () => embedded.stop() };
}
