import type { Db } from "../../../platform/database/database.ts";
import { hashToken } from "../text/hash.ts";
import { partTokens } from "../text/names.ts";
import type { SearchEngine } from "../engine.ts";
import { createSearchConsumer } from "./consumer.ts";
import { createPostFinder } from "./find-posts.ts";
import { createFrequencies } from "./frequencies.ts";
import { findAccounts, findTags, type NameQuery, type RankedName } from "./name-queries.ts";

const queryOf = (parts: readonly string[]): NameQuery => ({
  parts,
  hashes: [...new Set(parts.flatMap(partTokens))].map(hashToken),
});

const positionOf = ({ rank, weight, key }: RankedName<unknown>) => `${rank}:${weight}:${String(key)}`;

function readPosition(position: string | undefined): RankedName<string> | undefined {
  const [, rank, weight, key = ""] = /^(\d+):(\d+):(.*)$/su.exec(position ?? "") ?? [];
  return rank === undefined ? undefined : { rank: Number(rank), weight: Number(weight), key };
}

/** Search in the site's own PostgreSQL. */
export function createPostgresEngine(db: Db, onError: (error: unknown) => void): SearchEngine {
  const { find } = createPostFinder(db, createFrequencies(db, onError));
  return {
    posts: find,
    async people({ words, except, limit, position }) {
      const after = readPosition(position);
      const found = await findAccounts(
        db,
        queryOf(words),
        except,
        limit,
        after && { ...after, key: Number(after.key) },
      );
      return found.map((one) => ({ id: one.key, position: positionOf(one) }));
    },
    async tags({ words, limit, position }) {
      const found = await findTags(db, queryOf(words), limit, readPosition(position));
      return found.map((one) => ({ tag: one.key, position: positionOf(one) }));
    },
    consumer: createSearchConsumer(),
  };
}
