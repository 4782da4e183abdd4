import type pg from "pg";
import {
  accountDocument,
  postDocument,
  postHashes,
  tagDocument,
} from "../../apps/server/src/modules/search/postgres/documents.ts";
import { postTokens } from "../../apps/server/src/modules/search/text/tokens.ts";
import { type Checked, compareMaps } from "./check.ts";
import type { Reader } from "./reading.ts";

export interface SearchedPost {
  id: number;
  authorId: number;
  text: string;
  tags: string[];
  restricted: boolean;
  hasMedia: boolean;
}

/** What is to be found: posts that are not hidden, as the tables have them. */
export async function readSearched(pool: pg.Pool): Promise<SearchedPost[]> {
  const { rows } = await pool.query<SearchedPost & { id: string; author: string }>(`
    select p.id::text, p.author_id::text as author, p.text, p.tags, p.visibility = 'followers' or a.is_private as restricted,
      p.id in (select post_id from post_media) as "hasMedia"
    from post p join account a on a.id = p.author_id where p.hidden_at is null order by p.id`);
  return rows.map((row) => ({ ...row, id: Number(row.id), authorId: Number(row.author) }));
}

const sorted = (tokens: readonly number[]) => [...new Set(tokens)].sort((a, b) => a - b).join(",");

/** Whether the documents of the built-in search are those of the posts. */
export async function checkSearchTable(pool: pg.Pool): Promise<Checked> {
  const posts = await readSearched(pool);
  const { rows } = await pool.query<{
    id: string;
    author: string;
    segment: number;
    restricted: boolean;
    tokens: number[];
  }>("select post_id::text as id, author_id::text as author, segment, restricted, tokens from search_post");
  const segments = new Map(rows.map((row) => [row.id, row.segment]));
  const expected = posts.map((post) => {
    const { tokens } = postDocument(post, postHashes(post), segments.get(String(post.id)) ?? 0);
    return [String(post.id), `${post.authorId} ${post.restricted} ${sorted(tokens)}`] as const;
  });
  const found = rows.map((row) => [row.id, `${row.author} ${row.restricted} ${sorted(row.tokens)}`] as const);
  return {
    name: "search documents against posts (PostgreSQL)",
    looked: posts.length,
    differences: compareMaps("the document of post", new Map(expected), new Map(found)),
  };
}

/** Whether people and tags can be found by their names. Tags that nobody uses any more may stay. */
export async function checkSearchNames(pool: pg.Pool): Promise<Checked> {
  const accounts = await pool.query<{ id: string; handle: string; name: string }>(
    "select id::text, handle, display_name as name from account",
  );
  const tags = await pool.query<{ tag: string }>("select distinct tag from post_tag");
  const storedAccounts = await pool.query<{ key: string; name: string; tokens: number[] }>(
    "select account_id::text as key, name, tokens from search_account",
  );
  const storedTags = await pool.query<{ key: string; name: string; tokens: number[] }>(
    "select tag as key, name, tokens from search_tag where tag in (select tag from post_tag)",
  );
  const line = ({ name, tokens }: { name: string; tokens: readonly number[] }) => `${name} ${sorted(tokens)}`;
  const lines = (rows: { key: string; name: string; tokens: number[] }[]) =>
    new Map(rows.map((row) => [row.key, line(row)]));
  const people = accounts.rows.map(({ id, handle, name }) => {
    const document = accountDocument({ id: Number(id), handle, displayName: name });
    return [id, line(document)] as const;
  });
  return {
    name: "names that can be found",
    looked: people.length + tags.rows.length,
    differences: [
      ...compareMaps("the name of account", new Map(people), lines(storedAccounts.rows)),
      ...compareMaps(
        "the name of tag",
        new Map(tags.rows.map(({ tag }) => [tag, line(tagDocument(tag))])),
        lines(storedTags.rows),
      ),
    ],
  };
}

/** Whether people find what they wrote by the word that stands in no other text. */
export async function checkSearching(
  pool: pg.Pool,
  readers: readonly Reader[],
  wordOf: (text: string) => string,
): Promise<Checked> {
  const check: Checked = { name: "own posts found over HTTP", looked: 0, differences: [] };
  const posts = (await readSearched(pool)).toReversed();
  for (const { id, handle, read, at } of readers) {
    for (const post of posts.filter((one) => one.authorId === Number(id)).slice(0, 3)) {
      const word = wordOf(post.text);
      const answer = await read<{ posts: { items: { id: string }[] } }>(
        `/search?type=posts&sort=newest&q=${encodeURIComponent(word)}`,
      );
      check.looked++;
      const ids = answer.posts.items.map((item) => item.id);
      if (ids.join() !== String(post.id))
        check.differences.push(
          `@${handle} at ${at} searches for ${word} and finds ${ids.join(", ") || "nothing"}, not post ${post.id}`,
        );
    }
  }
  return check;
}

interface Hit {
  fields: { id: [number]; authorId: [number]; restricted: [boolean] };
  sort: [number];
}

/** Posts asked about in one request. */
const atOnce = 100;

/** Whether the documents in OpenSearch are those of the posts: which there are, what is stored, and which words lead to each. */
export async function checkOpenSearch(
  pool: pg.Pool,
  address: string,
  alias = "maru-posts",
): Promise<Checked> {
  const ask = async <T>(path: string, body: string): Promise<T> => {
    const response = await fetch(new URL(path, address), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    if (!response.ok) throw new Error(`OpenSearch: ${path} ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  await ask(`/${alias}/_refresh`, "");
  const found = new Map<string, string>();
  for (let after: [number] | undefined; ;) {
    const { hits } = await ask<{ hits: { hits: Hit[] } }>(
      `/${alias}/_search`,
      JSON.stringify({
        size: 1000,
        sort: [{ id: "asc" }],
        docvalue_fields: ["id", "authorId", "restricted"],
        ...(after && { search_after: after }),
      }),
    );
    for (const { fields } of hits.hits)
      found.set(String(fields.id[0]), `${fields.authorId[0]} ${fields.restricted[0]}`);
    if (hits.hits.length < 1000) break;
    after = hits.hits.at(-1)!.sort;
  }
  const posts = await readSearched(pool);
  const expected = posts.map((post) => [String(post.id), `${post.authorId} ${post.restricted}`] as const);
  const differences = compareMaps("the document of post", new Map(expected), found);
  const old = await readOldTexts(pool);
  for (let from = 0; from < posts.length; from += atOnce) {
    const some = posts.slice(from, from + atOnce).filter((post) => found.has(String(post.id)));
    const lines = some.flatMap((post) => [
      "{}",
      JSON.stringify(countOf(post, old.get(String(post.id)) ?? [])),
    ]);
    if (lines.length === 0) continue;
    const { responses } = await ask<{ responses: { hits: { total: { value: number } } }[] }>(
      `/${alias}/_msearch`,
      `${lines.join("\n")}\n`,
    );
    for (const [index, { hits }] of responses.entries())
      if (hits.total.value !== 1)
        differences.push(`the document of post ${some[index]!.id} has other words than the post`);
  }
  return { name: "search documents against posts (OpenSearch)", looked: posts.length, differences };
}

/** Finds the post's document if it has all of its tokens and none of those that only earlier versions had. */
function countOf(post: SearchedPost, earlier: readonly string[]): object {
  const tokens = postTokens(post);
  const gone = new Set(
    earlier.flatMap((text) =>
      [...postTokens({ ...post, text, tags: [] })].filter((token) => !tokens.has(token)),
    ),
  );
  const has = (token: string) => ({ term: { tokens: token } });
  return {
    size: 0,
    track_total_hits: true,
    query: {
      bool: {
        filter: [{ term: { id: post.id } }, ...[...tokens].map(has)],
        must_not: [...gone].map(has),
      },
    },
  };
}

async function readOldTexts(pool: pg.Pool): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ post: string; texts: string[] }>(
    "select post_id::text as post, array_agg(text) as texts from post_edit group by post_id",
  );
  return new Map(rows.map(({ post, texts }) => [post, texts]));
}
