import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { inject } from "vitest";
import { urlOf } from "./template-database.ts";
import type { TestServer } from "./test-server.ts";

const main = join(import.meta.dirname, "../src/cli/main.ts");

/** The command line as an operator has it, on the database of the test. `more` adds settings. */
export async function runCommand(
  { maru }: TestServer,
  args: readonly string[],
  more: Record<string, string> = {},
): Promise<{ code: number; text: string }> {
  const { pool, config } = maru.platform;
  const { rows } = await pool.query<{ name: string }>("select current_database() as name");
  const env = {
    PATH: process.env["PATH"],
    DATABASE_URL: urlOf(inject("adminUrl"), rows[0]!.name),
    MARU_DATA_DIR: config.dataDir,
    LOG_LEVEL: "error",
    ...more,
  };
  return promisify(execFile)(process.execPath, [main, ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      text: error.stdout + error.stderr,
    }),
  );
}
