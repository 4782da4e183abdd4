import type { Post } from "../posts/index.ts";
import type { HomeItem, Reason } from "./reasons.ts";

/** Posts looked at; what is older is on the home page. */
export const mostPosts = 200;
const mostShown = 5;

export interface CatchUpGroup {
  reason: Reason;
  answers: number;
  items: { post: Post; reason: Reason }[];
  /** How many there are beside those shown. */
  rest: number;
}

/** By person, or by tag when only a tag brought the post; each post once. Most answered first, then newest, inside and out. */
export function groupPosts(news: readonly Required<HomeItem>[]): CatchUpGroup[] {
  const groups = new Map<string, { reason: Reason; posts: Post[] }>();
  for (const { reason, ...post } of news) {
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
