import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import pg from "pg";
import { urlOf } from "./embedded-postgres.ts";
import { readPassword } from "./password.ts";
import { ownFolder } from "./server-process.ts";

const answerMs = 2000;

/**
 * The address of the embedded PostgreSQL that a running Maru keeps on this data folder, for a command beside it; undefined when
 * none answers there.
 */
export async function findRunningPostgres(dataDir: string, database = "maru"): Promise<string | undefined> {
  const lines = await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8").catch(() => undefined);
  const password = lines && (await readPassword(join(dataDir, "postgres.password")));
  if (!lines || !password) return undefined;
  // The lines of the file: process, folder, start, port, socket folder, address.
  const [, , , port = "", socketFolder = "", address = ""] = lines.split("\n");
  const socket = socketFolder.trim().replace(ownFolder, ".");
  const url = urlOf(
    {
      host: socket ? resolve(dataDir, "postgres", socket) : address.trim(),
      port: Number(port),
      socketFolder: socket,
    },
    password,
    database,
  );
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: answerMs });
  try {
    await client.connect();
    return url;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}
