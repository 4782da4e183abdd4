import { type JsonService, ServiceFault } from "../../../platform/egress/json-service.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { SourcePost } from "../postgres/document-queries.ts";
import { postTokens } from "../text/tokens.ts";

/** What the index knows of a post is its tokens, made by the same code for every engine; nothing of the text leaves them. */
const definition = {
  settings: {
    number_of_shards: 1,
    auto_expand_replicas: "0-1",
    refresh_interval: "200ms",
    // Newest first on disk: a search stops when it has found enough.
    sort: { field: "id", order: "desc" },
  },
  mappings: {
    dynamic: "strict",
    _source: { enabled: false },
    properties: {
      id: { type: "long" },
      authorId: { type: "long" },
      restricted: { type: "boolean" },
      tokens: { type: "keyword", norms: false, doc_values: false },
    },
  },
};

interface BulkAnswer {
  errors: boolean;
  items: Record<string, { status: number; error?: { type: string; reason: string } }>[];
}

interface SearchAnswer {
  hits: { hits: { sort: [number]; matched_queries?: string[] }[] };
}

export interface PostIndex {
  exists(): Promise<boolean>;
  search(request: object): Promise<{ id: Id; better: number }[]>;
  /** Writes posts and takes away those that are gone; what a later version has written stays. Repeat-safe. */
  write(posts: readonly SourcePost[], gone: readonly Id[], version: bigint): Promise<void>;
  /** Fills an index of its own, batch after batch, and then lets it take the place of the one that is searched meanwhile. */
  replace(version: bigint, batches: AsyncIterable<readonly SourcePost[]>): Promise<void>;
}

const bulkTimeoutMs = 60_000;
const gone = 404;
const newerIsThere = 409;

export function createPostIndex(service: JsonService, prefix: string): PostIndex {
  if (!/^[a-z0-9][a-z0-9_-]{0,100}$/.test(prefix))
    throw new Error("MARU_SEARCH_PREFIX: expected small letters, digits, - and _, such as maru.");
  const alias = `${prefix}-posts`;

  const line = (post: SourcePost, version: bigint) =>
    `{"index":{"_id":"${post.id}","version":${version},"version_type":"external_gte"}}\n` +
    `${JSON.stringify({ id: post.id, authorId: post.authorId, restricted: post.restricted, tokens: [...postTokens(post)] })}\n`;

  async function bulk(path: string, lines: string): Promise<void> {
    if (lines === "") return;
    const answer = await service.ask<BulkAnswer>("POST", path, lines, bulkTimeoutMs);
    if (!answer.errors) return;
    for (const item of answer.items) {
      const { status, error } = Object.values(item)[0]!;
      if (status < 300 || status === newerIsThere || (status === gone && !error)) continue;
      const isPassing = status === gone || status === 429 || status >= 500;
      throw new ServiceFault(
        isPassing ? "unreachable" : "failed",
        `a post was not indexed: ${error?.reason ?? status}`,
        status,
      );
    }
  }

  async function indexesBehind(): Promise<string[]> {
    try {
      return Object.keys(await service.ask<object>("GET", `/_alias/${alias}`));
    } catch (error) {
      if (error instanceof ServiceFault && error.status === gone) return [];
      throw error;
    }
  }

  return {
    exists: async () => (await indexesBehind()).length > 0,
    async search(request) {
      const ask = () => service.ask<SearchAnswer>("POST", `/${alias}/_search?request_cache=false`, request);
      const { hits } = await ask().catch((error: unknown) => {
        // The index may have been taken away under this search, when another one took its place.
        if (error instanceof ServiceFault && (error.status === gone || error.status === 503)) return ask();
        throw error;
      });
      return hits.hits.map((hit) => ({ id: hit.sort[0], better: hit.matched_queries?.length ?? 0 }));
    },
    write(posts, deleted, version) {
      const deletions = deleted.map(
        (id) => `{"delete":{"_id":"${id}","version":${version},"version_type":"external_gte"}}\n`,
      );
      // Without the alias the engine would make up an index of its own.
      return bulk(
        `/${alias}/_bulk?require_alias=true`,
        posts.map((post) => line(post, version)).join("") + deletions.join(""),
      );
    },
    async replace(version, batches) {
      const index = `${alias}-${Date.now()}`;
      const calm = { ...definition.settings, refresh_interval: "-1" };
      await service.ask("PUT", `/${index}`, { ...definition, settings: calm });
      try {
        for await (const posts of batches)
          await bulk(`/${index}/_bulk`, posts.map((post) => line(post, version)).join(""));
        await service.ask("PUT", `/${index}/_settings`, {
          refresh_interval: definition.settings.refresh_interval,
        });
        await service.ask("POST", `/${index}/_refresh`, undefined, bulkTimeoutMs);
        const old = await indexesBehind();
        const actions = [
          { add: { index, alias } },
          ...old.map((name) => ({ remove: { index: name, alias } })),
        ];
        await service.ask("POST", "/_aliases", { actions });
      } catch (error) {
        await service.ask("DELETE", `/${index}`).catch(() => {});
        throw error;
      }
      // Those before it, and what a rebuild that was cut off has left.
      const all = Object.keys(await service.ask<object>("GET", `/${alias}-*`));
      const isOld = (name: string) => name !== index && /^\d+$/.test(name.slice(alias.length + 1));
      for (const name of all.filter(isOld)) await service.ask("DELETE", `/${name}`).catch(() => {});
    },
  };
}
