import { ApiProblem } from "#lib/api/problem.ts";
import { askPeople, askPosts, askTags } from "#lib/search/ask.ts";
import { readWish } from "#lib/search/query.ts";
import { firstPage, loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

/** An engine that is away, or one asked too often, is said on the page itself: what was typed stays there. */
function troubleOf(problem: unknown) {
  if (!(problem instanceof ApiProblem)) throw problem;
  if (problem.status === 503) return { trouble: { wait: null } };
  if (problem.status === 429) return { trouble: { wait: problem.retryAfter ?? 30 } };
  throw problem;
}

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const { isCut, ...wish } = readWish(url.searchParams);
  const at = firstPage(url);
  const ask = {
    posts: async () => ({ posts: await askPosts(api, wish, at) }),
    people: async () => ({ people: await askPeople(api, wish, at) }),
    tags: async () => ({ tags: await askTags(api, wish, at) }),
  };
  const answer: {
    posts?: Awaited<ReturnType<typeof askPosts>>;
    people?: Awaited<ReturnType<typeof askPeople>>;
    tags?: Awaited<ReturnType<typeof askTags>>;
    trouble?: { wait: number | null };
  } = wish.query ? await loaded(ask[wish.tab]().catch(troubleOf)) : {};
  const firstOfMonth = `${new Date().toISOString().slice(0, 8)}01`;
  return { wish, isCut, answer, firstOfMonth };
};
