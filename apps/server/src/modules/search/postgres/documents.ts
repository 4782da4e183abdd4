import { hashToken } from "../text/hash.ts";
import { nameForm, nameTokens } from "../text/names.ts";
import { postTokens, type Token } from "../text/tokens.ts";
import type { TopicNames } from "../name-kinds.ts";
import type { PostDocument, SourcePost } from "./document-queries.ts";
import type { NameDocument, SourceAccount } from "./name-queries.ts";
import { keptIn } from "../../../platform/search/segments.ts";

/** Hashes of the tokens met lately: most of a text's tokens have been met before. */
const known = new Map<Token, number>();
const mostKnown = 100_000;

function hashOf(token: Token): number {
  const found = known.get(token);
  if (found !== undefined) return found;
  const hash = hashToken(token);
  if (known.size >= mostKnown) known.clear();
  known.set(token, hash);
  return hash;
}

/** What a post is found by. */
export const postHashes = (post: SourcePost): number[] => [...postTokens(post)].map(hashOf);

export function postDocument(
  { id, authorId, restricted }: SourcePost,
  hashes: readonly number[],
  segment: number,
): PostDocument {
  return { id, authorId, segment, restricted, tokens: keptIn(segment, hashes) };
}

function nameDocument<Key>(key: Key, ...names: string[]): NameDocument<Key> {
  const name = nameForm(...names);
  return { key, name, tokens: [...nameTokens(name)].map(hashToken) };
}

export const accountDocument = ({ id, handle, displayName }: SourceAccount) =>
  nameDocument(id, handle, displayName);
export const topicDocument = ({ id, names }: TopicNames) => nameDocument(id, ...names);
export const tagDocument = (tag: string) => nameDocument(tag, tag);
