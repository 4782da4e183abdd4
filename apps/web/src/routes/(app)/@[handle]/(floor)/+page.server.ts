import { redirect } from "@sveltejs/kit";
import type { Page, Post } from "#lib/api/types.ts";
import { acted, firstPage, loaded, requireMe } from "#lib/server/answers.ts";
import { isOpenTo } from "#lib/server/profile.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { account } = await parent();
  const path = `/accounts/${account.handle}/posts`;
  const open = isOpenTo(account, locals);
  return { path, posts: open ? await loaded(locals.api.get<Page<Post>>(path, firstPage(url))) : null };
};

async function change({ locals, params, url }: RequestEvent, verb: "put" | "delete", what: "mute" | "block") {
  requireMe(locals, url);
  const handle = encodeURIComponent(params.handle);
  const answer = await acted(locals.api[verb]<{ blocking: boolean }>(`/accounts/${handle}/${what}`));
  if ("blocking" in answer) redirect(303, `/@${handle}`);
  return answer;
}

export const actions: Actions = {
  mute: (event) => change(event, "put", "mute"),
  unmute: (event) => change(event, "delete", "mute"),
  block: (event) => change(event, "put", "block"),
  unblock: (event) => change(event, "delete", "block"),
};
