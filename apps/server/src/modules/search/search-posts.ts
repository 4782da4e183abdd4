import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { type JsonBytes, textOf } from "../../platform/http/json-text.ts";
import { hasId } from "../../platform/viewers/viewer-parts.ts";
import { findAccountIds } from "../people/index.ts";
import type { CachedPost, Presenter, Reader } from "../posts/index.ts";
import type { Found, SearchEngine, Sort } from "./engine.ts";
import { searcherOf } from "./searcher.ts";
import { needsOf } from "./text/needs.ts";
import { type ParsedQuery, parseQuery } from "./text/parse-query.ts";
import { wantedOf } from "./text/marks.ts";
import { phraseTest } from "./text/phrase.ts";
import { type Snippet, snippetOf } from "./text/snippet.ts";
import { authorToken } from "./text/tokens.ts";

export interface PostPage {
  items: JsonBytes[];
  snippets: (Snippet & { postId: string })[];
  /** Null at the end. */
  next: string | null;
}

export interface SearchPostsDeps {
  db: Db;
  engine: SearchEngine;
  presenter: Presenter;
}

/** Rounds of a page that finds next to nothing to show. */
const mostRounds = 4;
const nothing: PostPage = { items: [], snippets: [], next: null };
/** As ids count time. */
const idOf = (milliseconds: number) => Math.max(0, (milliseconds - Date.UTC(2024, 0, 1)) * 4096);

/** A page of posts that answer the query and that the reader may see. */
export async function searchPosts(
  { db, engine, presenter }: SearchPostsDeps,
  reader: Reader,
  asked: { query: string; sort: Sort; limit: number; position: string | undefined },
): Promise<PostPage> {
  const query = parseQuery(asked.query);
  const needs = needsOf(query);
  const people = await findAccountIds(db, [...query.from, ...query.not.from]);
  const from = query.from.flatMap((handle) => people.get(handle) ?? []);
  if (needs.isNothing || (query.from.length > 0 && from.length === 0)) return nothing;
  if (from.length === 1) needs.must.push({ all: [authorToken(from[0]!)] });

  const page: PostPage = { items: [], snippets: [], next: null };
  let position = asked.position;
  for (let round = 0; round < mostRounds; round++) {
    const found = await engine.find({
      needs,
      from: from.length > 1 ? from : undefined,
      notFrom: query.not.from.flatMap((handle) => people.get(handle) ?? []),
      below: query.before === undefined ? Number.MAX_SAFE_INTEGER : idOf(query.before),
      notBelow: query.after === undefined ? 0 : idOf(query.after),
      sort: asked.sort,
      searcher: searcherOf(reader?.relations ?? null),
      limit: asked.limit - page.items.length,
      position,
    });
    page.next = await show(presenter, reader, query, found, asked.limit, page);
    if (page.next === null || page.items.length >= asked.limit) return page;
    position = page.next;
  }
  return page;
}

/** What its author wrote, out of the JSON of a post: quotes within a text stand behind a backslash there. */
function writtenIn({ body }: CachedPost): string {
  const start = body.indexOf(':"') + 1;
  const end = body.indexOf('","html":"', start) + 1;
  return JSON.parse(textOf(body.slice(start, end) as JsonBytes)) as string;
}

/** Puts hits on the page until it is full. Answers where the rest begins. */
async function show(
  presenter: Presenter,
  reader: Reader,
  query: ParsedQuery,
  { hits, next }: Found,
  limit: number,
  page: PostPage,
): Promise<string | null> {
  const hasPhrases = phraseTest(query.phrases);
  const refused = query.not.phrases.map((phrase) => phraseTest([phrase]));
  const wanted = wantedOf(query);
  const isWanted = (text: string) => hasPhrases(text) && !refused.some((hasPhrase) => hasPhrase(text));
  for (let at = 0; at < hits.length;) {
    const room = limit - page.items.length;
    if (room === 0) return hits[at - 1]!.position;
    const some = hits.slice(at, at + room);
    const ids: Id[] = some.map((hit) => hit.id);
    const visible = await presenter.visible(
      ids,
      reader,
      (post) => !reader || !hasId(reader.relations.muting, post.authorId),
    );
    for (const [index, item] of (await presenter.bytes(visible, reader)).entries()) {
      const text = writtenIn(visible[index]!);
      if (!isWanted(text)) continue;
      page.items.push(item);
      page.snippets.push({ postId: String(visible[index]!.id), ...snippetOf(text, wanted) });
    }
    at += some.length;
  }
  return next;
}
