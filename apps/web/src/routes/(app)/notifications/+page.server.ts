import type { Api } from "#lib/api/client.ts";
import type { Notification } from "#lib/api/types.ts";
import { catCalls } from "#lib/cats/calls.ts";
import { type Standing, standingOf } from "#lib/cats/standing.ts";
import { acted, firstPage, loaded, requireMe } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import { choiceOf } from "#lib/notifications/kinds.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

export const load: PageServerLoad = async ({ locals, url, depends }) => {
  depends("maru:notifications");
  requireMe(locals, url);
  const { name, kinds } = choiceOf(url.searchParams, locals.instance);
  const { cursor } = firstPage(url);
  const notifications = await loaded(locals.api.get("/notifications", { limit: 20, cursor, kinds }));
  const standings = await standingsOf(locals.api, notifications.items);
  return { notifications, standings, choice: name, now: Date.now() };
};

/** What became of the invitations on a page, by the cat. What is told lags a moment behind what is so. */
async function standingsOf(api: Api, items: Notification[]): Promise<Record<string, Standing>> {
  const catIds = items.flatMap(({ kind, topic }) => (kind === "cat-invite" && topic ? [topic.id] : []));
  const found = await Promise.all(catIds.map(async (id) => [id, await standingOf(api, id)] as const));
  return Object.fromEntries(found.flatMap(([id, standing]) => (standing ? [[id, standing]] : [])));
}

async function answer({ request, locals, url }: RequestEvent, accepted: boolean) {
  requireMe(locals, url);
  const { handle } = await textsOf(request, "handle");
  return acted(locals.api.set("/follow-requests/{handle}", accepted, { handle }).then(() => ({ accepted })));
}

async function answerForCat({ request, locals, url }: RequestEvent, accept: boolean) {
  const me = requireMe(locals, url);
  const cats = catCalls(locals.api);
  const { id } = await textsOf(request, "id");
  return acted(
    Promise.resolve(accept ? cats.accept(id) : cats.withdraw(id, me.account.handle)).then(() => ({ id })),
  );
}

export const actions: Actions = {
  read: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const { upTo } = await textsOf(request, "upTo");
    return acted(locals.api.post("/notifications/read", { upTo }));
  },
  accept: (event) => answer(event, true),
  refuse: (event) => answer(event, false),
  acceptCat: (event) => answerForCat(event, true),
  declineCat: (event) => answerForCat(event, false),
};
