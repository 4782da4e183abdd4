import { catCalls } from "#lib/cats/calls.ts";
import { firstPage, loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  posts: await loaded(catCalls(locals.api).posts(params.id, firstPage(url))),
});
