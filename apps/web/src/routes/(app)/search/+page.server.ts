import { redirect } from "@sveltejs/kit";
import { ApiProblem } from "#lib/api/problem.ts";
import { ask } from "#lib/search/ask.ts";
import { addressOf, readWish } from "#lib/search/query.ts";
import { firstPage, loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals: { api, instance }, url, setHeaders }) => {
  const { isCut, ...wish } = readWish(url.searchParams, instance);
  const at = firstPage(url);

  /** What has to be known of a refusal before it becomes the page of errors. */
  function refused(problem: unknown): never {
    if (problem instanceof ApiProblem) {
      // A place in a list that is not there any more, or that somebody made up: the list begins again.
      if (problem.slug === "invalid-cursor") redirect(303, addressOf(wish));
      if (problem.retryAfter) setHeaders({ "retry-after": String(problem.retryAfter) });
    }
    throw problem;
  }

  const found = wish.query ? await loaded(ask(api, instance, wish, at).catch(refused)) : {};
  const firstOfMonth = `${new Date().toISOString().slice(0, 8)}01`;
  return { wish, isCut, found, firstOfMonth };
};
