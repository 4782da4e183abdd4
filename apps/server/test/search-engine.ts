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

/** A part of the real OpenSearch that no other test has, thrown away at the end; undefined where there is none. */
export function openSearchEngine(): (TestEngine & { address: string; prefix: string }) | undefined {
  const address = requireOrSkip("opensearch");
  if (address === undefined) return undefined;
  const prefix = `maru-test-${randomBytes(6).toString("hex")}`;
  afterAll(async () => {
    const list = await fetch(`${address}/_cat/indices/${prefix}-*?format=json`);
    for (const { index } of (await list.json()) as { index: string }[])
      await fetch(`${address}/${index}`, { method: "DELETE" });
  });
  return {
    name: "OpenSearch",
    address,
    prefix,
    env: { MARU_SEARCH_URL: address, MARU_SEARCH_PREFIX: prefix },
    refresh: async () => void (await fetch(`${address}/${prefix}-*/_refresh`, { method: "POST" })),
  };
}

/** Every engine that this machine has. */
export function searchEngines(): TestEngine[] {
  return [postgres, openSearchEngine()].filter((engine) => engine !== undefined);
}
