import { existsSync, readFileSync, rmSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { createPool } from "../../apps/server/src/platform/database/database.ts";
import { migrate } from "../../apps/server/src/platform/database/migrate.ts";
import { migrationsOf, spaces } from "../../apps/server/src/spaces/index.ts";
import { startDatabase } from "../lib/data-set.ts";
import { type Program, startProgram } from "../lib/program.ts";

export interface ChatStage {
  pool: pg.Pool;
  database: { pid: number };
  program(): Program;
  /** Starts the program; also after it was killed. */
  start(): Promise<void>;
  /** What the program holds once it has given back what nothing needs, in bytes. */
  memory(): Promise<{ rss: number; heapUsed: number; external: number }>;
}

/** A database of its own, and the program on it. Everything is taken down afterwards. */
export async function withChatStage<T>(
  { port, nodeOptions }: { port: number; nodeOptions: string[] },
  work: (stage: ChatStage) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), "maru-chat-"));
  // The database runs as a user of its own when the bench runs as root.
  await chmod(dataDir, 0o755);
  await mkdir(join(dataDir, "files"));
  const memoryFile = join(dataDir, "memory.json");
  const takeDown: (() => Promise<void>)[] = [() => rm(dataDir, { recursive: true, force: true })];
  let striking: Promise<void> | undefined;
  const strike = () =>
    (striking ??= (async () => {
      while (takeDown.length > 0) await takeDown.pop()!().catch((error: unknown) => console.error(error));
    })());
  const interrupted = () => void strike().finally(() => process.exit(130));
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    const database = await startDatabase(dataDir);
    takeDown.push(() => database.stop());
    const pool = createPool(database.url, 2, () => {});
    takeDown.push(() => pool.end());
    await migrate(pool, () => {}, migrationsOf(spaces));
    await pool.query("set statement_timeout = 0");
    let program: Program | undefined;
    takeDown.push(async () => program?.stop());
    return await work({
      pool,
      database,
      program: () => program!,
      async start() {
        program = await startProgram({
          port,
          dataDir: join(dataDir, "files"),
          databaseUrl: database.url,
          logFile: join(tmpdir(), "maru-chat-program.log"),
          env: { BENCH_MEMORY_FILE: memoryFile },
          nodeOptions: [...nodeOptions, "--import", join(import.meta.dirname, "tell-memory.ts")],
        });
      },
      async memory() {
        rmSync(memoryFile, { force: true });
        process.kill(program!.pid, "SIGUSR2");
        while (!existsSync(memoryFile)) await pause(20);
        return JSON.parse(readFileSync(memoryFile, "utf8")) as NodeJS.MemoryUsage;
      },
    });
  } finally {
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    await strike();
  }
}
