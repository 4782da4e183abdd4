import { createHash } from "node:crypto";
import type { FastifyReply } from "fastify";
import { type JsonBytes, jsonBytes, sendJson } from "../../platform/http/json-text.ts";
import { Problem } from "../../platform/http/problem.ts";
import { type App, viewerOf } from "../../platform/http/route.ts";
import type { Platform } from "../../platform/platform.ts";
import type { People } from "../people/index.ts";
import type { Presenter } from "../posts/index.ts";
import type { SearchEngine } from "./engine.ts";
import type { NameKind } from "./name-kinds.ts";
import { Away, kinds, answerWith, SearchQuery, Snippet, suggestionsWith, SuggestQuery } from "./schemas.ts";
import { searchPeople, searchTags, searchTopics, suggestTopics } from "./search-names.ts";
import { searchPosts } from "./search-posts.ts";

export interface SearchDeps extends Platform {
  engine: SearchEngine;
  names: readonly NameKind[];
  people: People;
  presenter: Presenter;
}

const tags = ["search"];
const usual = ["posts", "people", "tags"];

/** What a search asks for; `all` is what it may. */
function kindsOf(type: string | undefined, all: readonly string[]): string[] {
  if (type === undefined) return usual;
  const asked = new Set(type.split(",").map((kind) => kind.trim()));
  const known = all.filter((kind) => asked.has(kind));
  if (known.length < asked.size)
    throw new Problem(400, "unknown-type", "The request is not valid.", {
      errors: [{ field: "type", message: `has to be any of ${all.join(", ")}` }],
    });
  return known;
}

/** A cursor is good for one query in one order only. */
function listName(kind: string, sort: string, query: string): string {
  return `search:${kind}:${sort}:${createHash("sha256").update(query).digest("base64url")}`;
}

/** The bytes of JSON that is text already. */
const bytesOf = (json: string) => Buffer.from(json).toString("latin1") as JsonBytes;

/** A page by its name; items and what else there is are JSON already. */
const pageBytes = (name: string, items: readonly JsonBytes[], nextCursor: string | null, more = "") =>
  `"${name}":{"items":[${items.join(",")}],"nextCursor":${JSON.stringify(nextCursor)}${more}}` as JsonBytes;

function sendBytes(reply: FastifyReply, json: string): FastifyReply {
  return reply.type("application/json; charset=utf-8").send(Buffer.from(json, "latin1"));
}

export async function searchRoutes(app: App, deps: SearchDeps): Promise<void> {
  const { cursors, names, presenter } = deps;
  const all = [...new Set([...kinds, ...names.map((kind) => kind.type)])];
  app.addSchema(Snippet);

  app.get(
    "/api/v1/search",
    {
      config: { policy: "public", limit: "search" },
      schema: {
        operationId: "search",
        description:
          'All words have to be there. `"an exact phrase"`, `#tag`, `from:handle`, `has:media`, `before:2026-01-31` (not on that day), `after:2026-01-01` (from that day on, UTC), and `-` before any of them but dates for what must not be. What is no operator is a word. First consonants (ㄱㅇㅇ) find Korean words that begin with them.',
        tags,
        querystring: SearchQuery,
        response: { 200: answerWith(deps.names), 503: Away },
      },
    },
    async (request, reply) => {
      const { q: query, type, sort = "relevance", limit = 20, cursor } = request.query;
      const asked = kindsOf(type, all);
      if (cursor !== undefined && asked.length !== 1)
        throw new Problem(400, "invalid-cursor", "A cursor continues one type: name it alone.");
      const reader = await presenter.reader(viewerOf(request));
      const relations = reader?.relations ?? null;
      const pages = asked.map(async (kind): Promise<JsonBytes | undefined> => {
        const list = listName(kind, sort, query);
        const position = cursors.open(list, cursor);
        const seal = (next: string | null) => (next === null ? null : cursors.seal(list, next));
        switch (kind) {
          case "posts": {
            const page = await searchPosts(deps, reader, { query, sort, limit, position });
            const snippets = `,"snippets":${jsonBytes(page.snippets)}`;
            return pageBytes(kind, page.items, seal(page.next), snippets);
          }
          case "people": {
            const page = await searchPeople(deps, relations, { query, limit, position });
            return pageBytes(kind, page.items.map(bytesOf), seal(page.next));
          }
          case "tags": {
            const page = await searchTags(deps, relations, { query, limit, position });
            return pageBytes(kind, page.items.map(jsonBytes), seal(page.next));
          }
          default: {
            const named = names.find(({ type }) => type === kind);
            if (!named) return undefined;
            const page = await searchTopics(deps, named, relations, { query, limit, position });
            return pageBytes(kind, page.items.map(bytesOf), seal(page.next));
          }
        }
      });
      const found = (await Promise.all(pages)).filter((page) => page !== undefined);
      return sendBytes(reply, `{${found.join(",")}}`);
    },
  );

  app.get(
    "/api/v1/search/suggest",
    {
      config: { policy: "public", limit: "search" },
      schema: {
        operationId: "suggest",
        description: "People, tags and what spaces have while somebody is typing, best first.",
        tags,
        querystring: SuggestQuery,
        response: { 200: suggestionsWith(deps.names) },
      },
    },
    async (request, reply) => {
      const { q: query, limit = 5 } = request.query;
      const relations = await deps.people.presenter.relationsOf(viewerOf(request));
      const asked = { query, limit, position: undefined };
      const isName = !/^[#@]/.test(query);
      const topics = isName ? suggestTopics(deps, names, relations, asked) : names.map(() => []);
      const [people, found, more] = await Promise.all([
        query.startsWith("#") ? { items: [] } : searchPeople(deps, relations, asked),
        query.startsWith("@") ? { items: [] } : searchTags(deps, relations, asked),
        topics,
      ]);
      return sendJson(
        reply,
        `{"people":[${people.items.join(",")}],"tags":${JSON.stringify(found.items)}${names.map(({ type }, place) => `,${JSON.stringify(type)}:[${more[place]!.join(",")}]`).join("")}}`,
      );
    },
  );
}
