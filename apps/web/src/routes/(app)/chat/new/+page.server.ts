import { requireMe } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

/** `?with=haru` comes from a profile: the person is chosen already. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const me = requireMe(locals, url);
  const handle = url.searchParams.get("with");
  const person =
    handle && handle !== me.account.handle
      ? await locals.api.get("/accounts/{handle}", { handle }).catch(() => null)
      : null;
  return { chosen: person ? [person] : [], withoutBar: true };
};
