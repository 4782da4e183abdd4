import { catCalls } from "#lib/cats/calls.ts";
import { askedFor, wishOf } from "#lib/cats/wish.ts";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

const onePage = 18;
const none = { items: [], nextCursor: null };

export const load: PageServerLoad = async ({ locals: { api, me }, url }) => {
  const cats = catCalls(api);
  const wish = wishOf(url.searchParams);
  const at = { limit: onePage, cursor: url.searchParams.get("cursor") };
  const [found, breeds, near, mine, invitations] = await Promise.all([
    loaded(cats.list({ ...askedFor(wish), ...at })),
    loaded(cats.breeds()),
    wish.near ? loaded(cats.one(wish.near)) : null,
    me ? cats.ofAccount(me.account.handle, { limit: 24 }).catch(() => none) : none,
    me ? cats.invitations().catch(() => none) : none,
  ]);
  return { wish, found, breeds, near, mine: mine.items, invitations: invitations.items };
};

async function answer({ request, locals, url }: RequestEvent, accept: boolean) {
  const me = requireMe(locals, url);
  const cats = catCalls(locals.api);
  const { id } = await textsOf(request, "id");
  const sent = accept ? cats.accept(id) : cats.withdraw(id, me.account.handle);
  return acted(Promise.resolve(sent).then(() => ({ answered: id })));
}

export const actions: Actions = {
  accept: (event) => answer(event, true),
  decline: (event) => answer(event, false),
};
