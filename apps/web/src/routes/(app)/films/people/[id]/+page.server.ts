import { filmCalls } from "#lib/films/calls.ts";
import { firstPage, loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals: { api }, params: { id }, url }) => {
  const films = filmCalls(api);
  const [person, found] = await Promise.all([
    loaded(films.person(id)),
    loaded(films.list({ person: id, sort: "latest", ...firstPage(url) })),
  ]);
  return { person, found };
};
