import { filmCalls } from "#lib/films/calls.ts";
import { firstPage, loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals: { api }, params: { id }, url }) => {
  const films = filmCalls(api);
  const [film, posts] = await Promise.all([loaded(films.one(id)), loaded(films.posts(id, firstPage(url)))]);
  return { film, posts };
};
