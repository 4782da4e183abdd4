import type { Relations } from "../people/index.ts";
import type { Searcher } from "./engine.ts";

/** What an engine needs to know about whoever searches. */
export function searcherOf(relations: Relations | null): Searcher {
  if (!relations) return null;
  const { accountId, following, blocking, blockedBy, muting } = relations;
  return { accountId, following, hidden: [...blocking, ...blockedBy, ...muting] };
}
