import { loaded, requireMe } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  return { people: await loaded(locals.api.get("/accounts/suggested", { limit: 30 })) };
};
