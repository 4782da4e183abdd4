import { filmCalls } from "#lib/films/calls.ts";
import { askedFor, isNarrowed, wishOf } from "#lib/films/wish.ts";
import { loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

const onePage = 20;
const most = { series: 5, critics: 5, watchlist: 4 };
const none = { items: [] };
const nobody = { moderator: false };

export const load: PageServerLoad = async ({ locals: { api, me }, url }) => {
  const films = filmCalls(api);
  const wish = wishOf(url.searchParams);
  const cursor = url.searchParams.get("cursor");
  const [found, facets, person, series, critics, watchlist, { moderator }] = await Promise.all([
    loaded(films.list({ ...askedFor(wish), limit: onePage, cursor })),
    loaded(films.facets()),
    wish.person ? films.person(wish.person).catch(() => null) : null,
    isNarrowed(wish) ? none : films.list({ series: true, limit: most.series }).catch(() => none),
    films.critics().catch(() => none),
    me ? films.watchlist({ limit: most.watchlist }).catch(() => none) : none,
    me ? films.permissions().catch(() => nobody) : nobody,
  ]);
  return {
    wish,
    found,
    isLater: cursor !== null,
    facets,
    person,
    series: series.items,
    critics: critics.items.slice(0, most.critics),
    watchlist: watchlist.items,
    moderator,
    wide: true,
  };
};
