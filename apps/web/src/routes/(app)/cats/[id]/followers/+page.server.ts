import { catCalls } from "#lib/cats/calls.ts";
import { loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params: { id }, url }) => {
  const cats = catCalls(locals.api);
  const cursor = url.searchParams.get("cursor");
  const [cat, people] = await Promise.all([loaded(cats.one(id)), loaded(cats.followers(id, { cursor }))]);
  return { cat, people };
};
