import type { Account, Page, Relationship } from "#lib/api/types.ts";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  const cursor = url.searchParams.get("cursor");
  return { people: await loaded(locals.api.get<Page<Account>>("/follow-requests", { cursor })) };
};

async function answer({ request, locals, url }: RequestEvent, verb: "put" | "delete") {
  requireMe(locals, url);
  const { handle, name } = await textsOf(request, "handle", "name");
  const path = `/follow-requests/${encodeURIComponent(handle)}`;
  return acted(locals.api[verb]<Relationship>(path).then(() => ({ answered: verb, name })));
}

export const actions: Actions = {
  accept: (event) => answer(event, "put"),
  refuse: (event) => answer(event, "delete"),
};
