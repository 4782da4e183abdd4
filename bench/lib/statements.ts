import { createMaru } from "../../apps/server/src/app.ts";
import { readConfig } from "../../apps/server/src/config.ts";
import type { LoadRequest } from "./load.ts";

/** The most statements that a page took; see `countStatements`. */
export async function mostStatements(...asked: Parameters<typeof countStatements>): Promise<number> {
  return Math.max(0, ...(await countStatements(...asked)));
}

/**
 * How many statements each page took, by people who were here before; `dataDir` is for files. What a started program has in memory is asked for
 * by `before`, which is not counted. Throws for an answer that is no 200.
 */
export async function countStatements(
  dataDir: string,
  databaseUrl: string,
  requests: readonly LoadRequest[],
  before: readonly string[] = [],
): Promise<number[]> {
  const config = readConfig({ MARU_DATA_DIR: dataDir, MARU_DEMO: "off", LOG_LEVEL: "warn" });
  let queries = 0;
  const maru = await createMaru(config, databaseUrl, () => queries++);
  try {
    for (const url of before) await maru.app.inject({ url });
    const counts: number[] = [];
    for (const { path, token } of requests) {
      const headers = token ? { authorization: `Bearer ${token}` } : {};
      await maru.app.inject({ url: "/api/v1/accounts?limit=1", headers });
      queries = 0;
      const answer = await maru.app.inject({ url: path, headers });
      if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.body}`);
      counts.push(queries);
    }
    return counts;
  } finally {
    await maru.stop();
  }
}
