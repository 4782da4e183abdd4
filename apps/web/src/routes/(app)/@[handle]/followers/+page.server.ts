import { loaded } from "#lib/server/answers.ts";
import { isOpenTo, profileOf } from "#lib/server/profile.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const account = await profileOf(locals, params.handle, url);
  if (!isOpenTo(account, locals)) return { account, people: null };
  const cursor = url.searchParams.get("cursor");
  const { handle } = account;
  return {
    account,
    people: await loaded(locals.api.get("/accounts/{handle}/followers", { handle, cursor })),
  };
};
