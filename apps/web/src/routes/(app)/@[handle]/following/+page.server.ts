import type { Account, Page } from "#lib/api/types.ts";
import { loaded } from "#lib/server/answers.ts";
import { isOpenTo, profileOf } from "#lib/server/profile.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const account = await profileOf(locals, params.handle, url);
  if (!isOpenTo(account, locals)) return { account, people: null };
  const cursor = url.searchParams.get("cursor");
  const path = `/accounts/${account.handle}/following`;
  return { account, people: await loaded(locals.api.get<Page<Account>>(path, { cursor })) };
};
