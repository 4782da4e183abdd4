import { filmCalls } from "#lib/films/calls.ts";
import { firstPage, loaded, requireMe } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  const me = requireMe(locals, url);
  const films = filmCalls(locals.api);
  const [rank, entries] = await Promise.all([
    loaded(films.rankOf(me.account.handle)),
    loaded(films.entries(firstPage(url))),
  ]);
  return { rank, entries };
};
