import { redirect } from "@sveltejs/kit";
import { acted, firstPage, loaded, requireMe } from "#lib/server/answers.ts";
import { isOpenTo } from "#lib/server/profile.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { account } = await parent();
  if (!isOpenTo(account, locals)) return { posts: null };
  const { handle } = account;
  return { posts: await loaded(locals.api.get("/accounts/{handle}/posts", { handle, ...firstPage(url) })) };
};

async function change({ locals, params, url }: RequestEvent, on: boolean, what: "mute" | "block") {
  requireMe(locals, url);
  const { handle } = params;
  const answer = await acted(locals.api.set(`/accounts/{handle}/${what}`, on, { handle }));
  if ("blocking" in answer) redirect(303, `/@${encodeURIComponent(handle)}`);
  return answer;
}

export const actions: Actions = {
  mute: (event) => change(event, true, "mute"),
  unmute: (event) => change(event, false, "mute"),
  block: (event) => change(event, true, "block"),
  unblock: (event) => change(event, false, "block"),
};
