import { error } from "@sveltejs/kit";
import { catCalls } from "#lib/cats/calls.ts";
import { firstPage, loaded } from "#lib/server/answers.ts";
import { isOpenTo } from "#lib/server/profile.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  if (!locals.instance.spaces.includes("cats")) error(404);
  const { account } = await parent();
  if (!isOpenTo(account, locals)) return { cats: null };
  return { cats: await loaded(catCalls(locals.api).ofAccount(account.handle, firstPage(url))) };
};
