import { error } from "@sveltejs/kit";
import { filmCalls } from "#lib/films/calls.ts";
import { firstPage, loaded } from "#lib/server/answers.ts";
import { isOpenTo } from "#lib/server/profile.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  if (!locals.instance.spaces.includes("films")) error(404);
  const { account } = await parent();
  if (!isOpenTo(account, locals)) return { reviews: null, rank: null };
  const films = filmCalls(locals.api);
  const [reviews, rank] = await Promise.all([
    loaded(films.reviewsOf(account.handle, firstPage(url))),
    films.rankOf(account.handle).catch(() => null),
  ]);
  return { reviews, rank };
};
