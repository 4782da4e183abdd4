import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  const cursor = url.searchParams.get("cursor");
  return { people: await loaded(locals.api.get("/follow-requests", { cursor })) };
};

async function answer({ request, locals, url }: RequestEvent, accepted: boolean) {
  requireMe(locals, url);
  const { handle, name } = await textsOf(request, "handle", "name");
  return acted(
    locals.api.set("/follow-requests/{handle}", accepted, { handle }).then(() => ({ accepted, name })),
  );
}

export const actions: Actions = {
  accept: (event) => answer(event, true),
  refuse: (event) => answer(event, false),
};
