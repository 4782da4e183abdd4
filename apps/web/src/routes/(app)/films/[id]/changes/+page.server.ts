import { filmCalls } from "#lib/films/calls.ts";
import { loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals: { api }, params: { id }, url }) => {
  const films = filmCalls(api);
  const cursor = url.searchParams.get("cursor");
  const [film, changes, facets] = await Promise.all([
    loaded(films.one(id)),
    loaded(films.changes(id, { cursor })),
    loaded(films.facets()),
  ]);
  return { film, changes, facets, proposed: url.searchParams.has("proposed") };
};
