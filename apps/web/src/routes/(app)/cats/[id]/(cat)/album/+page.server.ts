import { catCalls } from "#lib/cats/calls.ts";
import { loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  album: await loaded(catCalls(locals.api).album(params.id, { cursor: url.searchParams.get("cursor") })),
});
