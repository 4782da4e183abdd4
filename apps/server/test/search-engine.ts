import { randomBytes } from "node:crypto";
import { afterAll } from "vitest";
import { requireOrSkip } from "./services.ts";

export interface TestEngine {
  name: string;
  /** The settings that choose it. */
  env: Record<string, string>;
  /** What it has been given can be found from now on. */
  refresh(): Promise<void>;
}

const postgres: TestEngine = { name: "PostgreSQL", env: {}, refresh: async () => {} };

export interface TestEngineElsewhere extends TestEngine {
  isThere: boolean;
  address: string;
  prefix: string;
}

/** OpenSearch and Elasticsearch, for real: of each a part that no other test has, thrown away at the end. */
export function enginesElsewhere(): TestEngineElsewhere[] {
  return [engineElsewhere("opensearch", "OpenSearch"), engineElsewhere("elasticsearch", "Elasticsearch")];
}

function engineElsewhere(service: "opensearch" | "elasticsearch", name: string): TestEngineElsewhere {
  const found = requireOrSkip(service);
  const isThere = found !== undefined;
  const address = found ?? "http://127.0.0.1:1";
  const prefix = `maru-test-${randomBytes(6).toString("hex")}`;
  afterAll(async () => {
    if (!isThere) return;
    const list = await fetch(`${address}/_cat/indices/${prefix}-*?format=json`);
    for (const { index } of (await list.json()) as { index: string }[])
      await fetch(`${address}/${index}`, { method: "DELETE" });
  });
  return {
    name,
    isThere,
    address,
    prefix,
    env: { MARU_SEARCH_URL: address, MARU_SEARCH_PREFIX: prefix },
    refresh: async () => void (await fetch(`${address}/${prefix}-*/_refresh`, { method: "POST" })),
  };
}

/** Every engine that this machine has. */
export function searchEngines(): TestEngine[] {
  return [postgres, ...enginesElsewhere().filter(({ isThere }) => isThere)];
}
