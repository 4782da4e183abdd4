import { ApiProblem } from "#lib/api/problem.ts";
import type { Account, Page } from "#lib/api/types.ts";
import { askPeople, askPosts, askTags, type FoundPost, type FoundTag } from "#lib/search/ask.ts";
import { readWish, type Tab } from "#lib/search/query.ts";
import { firstPage, loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

type Found = {
  posts?: Page<FoundPost>;
  people?: Page<Account>;
  tags?: Page<FoundTag>;
  /** With the seconds to wait where it was asked too often. */
  trouble?: { wait: number | null };
};

/** An engine that is away, or one asked too often, is said on the page itself: what was typed stays there. */
function troubleOf(problem: unknown): Found {
  if (!(problem instanceof ApiProblem)) throw problem;
  if (problem.status === 503) return { trouble: { wait: null } };
  if (problem.status === 429) return { trouble: { wait: problem.retryAfter ?? 30 } };
  throw problem;
}

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const { isCut, ...wish } = readWish(url.searchParams);
  const at = firstPage(url);
  const ask: Record<Tab, () => Promise<Found>> = {
    posts: async () => ({ posts: await askPosts(api, wish, at) }),
    people: async () => ({ people: await askPeople(api, wish, at) }),
    tags: async () => ({ tags: await askTags(api, wish, at) }),
  };
  const answer = wish.query ? await loaded(ask[wish.tab]().catch(troubleOf)) : {};
  const firstOfMonth = `${new Date().toISOString().slice(0, 8)}01`;
  return { wish, isCut, answer, firstOfMonth };
};
