import type { Post } from "../posts/index.ts";

/** Posts looked at; what is older is on the home page. */
export const mostPosts = 200;
const mostShown = 5;

export type Reason = { follows: string } | { tag: string } | { own: true };

interface Follows {
  following: (post: Post) => boolean;
  ownId: string;
  tags: ReadonlySet<string>;
}

export interface CatchUpGroup {
  reason: Reason;
  answers: number;
  items: { post: Post; reason: Reason }[];
  /** How many there are beside those shown. */
  rest: number;
}

/** Why a post is in somebody's home; undefined when what they follow has changed since the home was read. */
export function reasonFor(post: Post, { ownId, following, tags }: Follows): Reason | undefined {
  if (post.author.id === ownId) return { own: true };
  if (following(post)) return { follows: post.author.handle };
  const tag = post.tags.find((one) => tags.has(one));
  return tag === undefined ? undefined : { tag };
}

/** By person, or by tag when only a tag brought the post; each post once. Most answered first, then newest, inside and out. */
export function groupPosts(posts: readonly Post[], follows: Follows): CatchUpGroup[] {
  const groups = new Map<string, { reason: Reason; posts: Post[] }>();
  for (const post of posts) {
    const reason = reasonFor(post, follows);
    if (!reason) continue;
    const key = JSON.stringify(reason);
    const group = groups.get(key);
    if (group) group.posts.push(post);
    else groups.set(key, { reason, posts: [post] });
  }
  return [...groups.values()]
    .map(({ reason, posts: all }) => ({
      reason,
      answers: all.reduce((sum, { counts }) => sum + counts.comments, 0),
      newest: Math.max(...all.map(({ id }) => Number(id))),
      items: all
        .toSorted(byAnswers)
        .slice(0, mostShown)
        .map((post) => ({ post, reason })),
      rest: Math.max(0, all.length - mostShown),
    }))
    .toSorted((one, other) => other.answers - one.answers || other.newest - one.newest)
    .map(({ reason, answers, items, rest }) => ({ reason, answers, items, rest }));
}

function byAnswers(one: Post, other: Post): number {
  return (
    other.counts.comments - one.counts.comments ||
    other.counts.likes - one.counts.likes ||
    Number(other.id) - Number(one.id)
  );
}
