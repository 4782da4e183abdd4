import { filmCalls } from "#lib/films/calls.ts";
import { firstPage, loaded, requireMe } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  return { films: await loaded(filmCalls(locals.api).watchlist(firstPage(url))) };
};
