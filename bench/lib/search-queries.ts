import type pg from "pg";
import type { LoadRequest } from "./load.ts";
import { makeVocabulary, random } from "./zipf-texts.ts";

const plain = (word: string) => word.replace(/[.#]/g, "");

/**
 * Queries of all frequencies: half of them words as they stand in posts drawn by chance (so that frequent words come often), half of them words
 * drawn evenly over the logarithm of their rank. One to three words each; some with an operator.
 */
export async function searchRequests(
  pool: pg.Pool,
  count: number,
): Promise<Record<"posts" | "newest" | "everything" | "typing", LoadRequest[]>> {
  const next = random(77);
  const { rows } = await pool.query<{ text: string }>(
    "select text from post tablesample bernoulli (5) repeatable (7) limit $1",
    [count],
  );
  const vocabulary = makeVocabulary();
  const fromRank = () => {
    const words = next() < 0.75 ? vocabulary.korean : vocabulary.english;
    return words[Math.floor(words.length ** next()) - 1]!;
  };
  const fromText = (text: string) => {
    const words = text.split(" ");
    const at = Math.floor(next() * words.length);
    const chance = next();
    return words
      .slice(at, at + (chance < 0.6 ? 1 : chance < 0.9 ? 2 : 3))
      .map(plain)
      .join(" ");
  };
  const queries = Array.from({ length: count }, (_, index) => {
    const query = index % 2 === 0 ? fromText(rows[index % rows.length]!.text) : fromRank();
    const chance = next();
    if (chance < 0.04) return `"${query}"`;
    if (chance < 0.08) return `${query} -${fromRank()}`;
    if (chance < 0.1) return `${query} after:2026-10-01`;
    if (chance < 0.12) return query.slice(0, Math.max(1, query.length - 1));
    return query;
  });
  const requests = (path: (query: string) => string): LoadRequest[] =>
    queries.map((query) => ({ method: "GET", path: path(encodeURIComponent(query)) }));
  return {
    posts: requests((query) => `/api/v1/search?type=posts&q=${query}`),
    newest: requests((query) => `/api/v1/search?type=posts&sort=newest&q=${query}`),
    everything: requests((query) => `/api/v1/search?q=${query}`),
    typing: requests((query) => `/api/v1/search/suggest?q=${query}`),
  };
}
