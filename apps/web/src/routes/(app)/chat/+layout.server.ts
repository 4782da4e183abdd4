import { chatCalls } from "#lib/chat/calls.ts";
import { shownOf } from "#lib/chat/list/address.ts";
import { loaded, requireMe } from "#lib/server/answers.ts";
import type { LayoutServerLoad } from "./$types";

const perPage = 20;
const longestQuery = 100;

/** The list stands beside each thread, so it is loaded once and stays while one goes from one to the next. */
export const load: LayoutServerLoad = async ({ locals, url, untrack }) => {
  untrack(() => requireMe(locals, url));
  const calls = chatCalls(locals.api);
  const shown = shownOf(url.searchParams.get("show"));
  const query = (url.searchParams.get("q") ?? "").trim().slice(0, longestQuery);
  const cursor = url.searchParams.get("cursor");
  const [chats, found] = await Promise.all([
    loaded(calls.list(shown, { limit: perPage, cursor })),
    query ? loaded(calls.search(query, { limit: perPage })) : null,
  ]);
  return { wide: true, shown, query, chats, found };
};
