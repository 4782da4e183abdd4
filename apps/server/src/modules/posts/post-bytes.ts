import type { JsonBytes } from "../../platform/http/json-text.ts";
import { type CachedAccount, followedText, type Relations, relationshipText } from "../people/index.ts";
import type { CachedPost } from "./post-cache.ts";

/** What a post can be to its reader, as JSON, by the bits liked, bookmarked and hidden. */
const viewerTexts = Array.from({ length: 8 }, (_, bits) =>
  JSON.stringify({ liked: (bits & 4) > 0, bookmarked: (bits & 2) > 0, hidden: (bits & 1) > 0 }),
);

const unmarked = viewerTexts[0]!;

/** The JSON of a post for one reader. `marks` is null for someone signed out. */
export function postBytes(
  post: CachedPost,
  author: CachedAccount,
  relations: Relations | null,
  marks: { liked: boolean; bookmarked: boolean } | null,
): JsonBytes {
  const relationship = relationshipText(relations, author.id);
  const viewer = marks
    ? viewerTexts[(marks.liked ? 4 : 0) + (marks.bookmarked ? 2 : 0) + (post.hidden ? 1 : 0)]!
    : "null";
  if (relationship === followedText && viewer === unmarked) return commonBytes(post, author);
  return joined(post, author, relationship, viewer);
}

function joined(post: CachedPost, author: CachedAccount, relationship: string, viewer: string): JsonBytes {
  return (post.head +
    author.head +
    author.tail +
    relationship +
    "}" +
    post.body +
    post.countsText +
    viewer +
    post.tail) as JsonBytes;
}

/** The JSON for those who follow the author and have not marked the post, which is nearly every post of nearly every home: joined once. */
function commonBytes(post: CachedPost, author: CachedAccount): JsonBytes {
  if (post.common?.author === author) return post.common.bytes;
  const bytes = joined(post, author, followedText, unmarked);
  // The pieces become parts of the whole, so that memory has them once.
  const bodyAt = post.head.length + author.head.length + author.tail.length + followedText.length + 1;
  const countsAt = bodyAt + post.body.length;
  post.head = bytes.slice(0, post.head.length) as JsonBytes;
  post.body = bytes.slice(bodyAt, countsAt) as JsonBytes;
  post.countsText = bytes.slice(countsAt, countsAt + post.countsText.length) as JsonBytes;
  post.tail = bytes.slice(-post.tail.length) as JsonBytes;
  post.common = { author, bytes };
  return bytes;
}
