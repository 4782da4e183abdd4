import type { Static } from "typebox";
import type { Id } from "../../platform/database/tables.ts";
import { pageText } from "../../platform/http/json-text.ts";
import { nameQuery } from "../../modules/search/index.ts";
import type { FilmDeps } from "./deps.ts";
import { selectFilmRows } from "./film-row-queries.ts";
import { type FilmEntry, type FilmFilter, listFilms, listWatchlist } from "./list-queries.ts";
import { toFilm } from "./present.ts";
import type { FilmsQuery } from "./schemas.ts";
import { toId } from "../../platform/http/schemas.ts";

type Asked = Static<typeof FilmsQuery>;

/** What to look for; undefined when nothing can be found. By score everything is shown that can be ranked, unless `chart` asks for the rest. */
function readFilter({
  sort = "score",
  chart,
  tier,
  genre,
  year,
  platform,
  person,
  series,
  q = "",
}: Asked): FilmFilter | undefined {
  const words = q.trim() === "" ? undefined : nameQuery(q);
  if (q.trim() !== "" && !words) return undefined;
  const labels = [
    tier === undefined ? [] : `tier:${tier}`,
    genre === undefined ? [] : `genre:${genre}`,
    year === undefined ? [] : `year:${year}`,
    platform === undefined ? [] : `on:${platform}`,
  ].flat();
  const isRanked = sort === "score" ? chart !== "thin" : undefined;
  return {
    labels,
    words,
    personId: person === undefined ? undefined : toId(person),
    inSeries: series,
    isCharted: chart === undefined ? isRanked : chart === "ranked",
  };
}

/** `value:id`, where the value may have a point and an exponent. */
function readPosition(text: string): FilmEntry {
  const at = text.lastIndexOf(":");
  return { value: text.slice(0, at), id: Number(text.slice(at + 1)) };
}

/** The JSON of films that are shown, in the order given. */
export async function filmTexts(
  { db }: Pick<FilmDeps, "db">,
  ids: readonly Id[],
  accountId: Id | null,
): Promise<string[]> {
  const rows = await selectFilmRows(db, ids, accountId);
  return rows.map((row) => JSON.stringify(toFilm(row, accountId)));
}

/** A page of films, as JSON. */
export async function filmsPage(deps: FilmDeps, accountId: Id | null, asked: Asked): Promise<string> {
  const { db, cursors } = deps;
  const { sort = "score", limit = 20, cursor } = asked;
  const filter = readFilter(asked);
  if (!filter) return pageText([], null);
  const list = `films:${sort}:${JSON.stringify(filter)}`;
  const position = cursors.open(list, cursor);
  const entries = await listFilms(
    db,
    filter,
    sort,
    limit + 1,
    position === undefined ? undefined : readPosition(position),
  );
  const shown = entries.slice(0, limit);
  const last = shown.at(-1);
  return pageText(
    await filmTexts(
      deps,
      shown.map(({ id }) => id),
      accountId,
    ),
    entries.length > limit ? cursors.seal(list, `${last!.value}:${last!.id}`) : null,
  );
}

/** A page of somebody's own watchlist, as JSON. */
export async function watchlistPage(
  deps: FilmDeps,
  accountId: Id,
  { limit = 20, cursor }: { limit?: number; cursor?: string },
): Promise<string> {
  const { db, cursors } = deps;
  const list = `watchlist:${accountId}`;
  const before = cursors.open(list, cursor);
  const entries = await listWatchlist(
    db,
    accountId,
    limit + 1,
    before === undefined ? undefined : Number(before),
  );
  const shown = entries.slice(0, limit);
  return pageText(
    await filmTexts(
      deps,
      shown.map(({ id }) => id),
      accountId,
    ),
    entries.length > limit ? cursors.seal(list, String(shown.at(-1)!.position)) : null,
  );
}
