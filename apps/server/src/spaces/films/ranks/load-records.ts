import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { Chain } from "../engine/index.ts";
import type { FilmEventRow } from "../film-events.ts";
import { type IdPair, idsOf, keyOf } from "./codecs.ts";
import {
  selectFilms,
  selectFilmsOf,
  selectLatestReviews,
  selectMembers,
  selectPairs,
  selectReactedBy,
  selectReactions,
  selectReactors,
  selectReviews,
  selectVotes,
} from "./load-queries.ts";
import type { LoadedRecords, LoadedTable, LoadedView, NotLoaded, RecordIn } from "./loaded-view.ts";

/** Fetches what is not in memory yet. */
async function fill<Name extends LoadedTable, K>(
  records: LoadedRecords<Name>,
  asked: readonly K[],
  toKey: (asked: K) => string,
  select: (missing: K[]) => Promise<Map<string, RecordIn<Name>>>,
): Promise<void> {
  const missing = new Map(asked.map((one) => [toKey(one), one]));
  for (const key of missing.keys()) if (records.before.has(key)) missing.delete(key);
  if (missing.size === 0) return;
  const found = await select([...missing.values()]);
  for (const key of missing.keys()) records.before.set(key, found.get(key));
}

const pairOf = ([one, other]: IdPair) => keyOf(one, other);

const loadMembers = async (tx: Tx, view: LoadedView, ids: readonly Id[]): Promise<void> => {
  await fill(view.users, ids, String, (missing) => selectMembers(tx, missing));
  for (const id of ids.map(String)) {
    // Only who has spoken of a film has a chain of films.
    if (view.filmsOf.before.has(id)) continue;
    const had = (view.users.before.get(id)?.films ?? 0) > 0;
    view.filmsOf.before.set(id, had ? view.chainOf("filmsOf", id) : undefined);
  }
};

const loadReviews = async (tx: Tx, view: LoadedView, ids: readonly Id[]): Promise<void> =>
  fill(view.reviews, ids, String, (missing) => selectReviews(tx, missing));

const loadFilms = async (tx: Tx, view: LoadedView, ids: readonly Id[]): Promise<void> =>
  fill(view.films, ids, String, (missing) => selectFilms(tx, missing));

/** The votes and reviews that members have of films, and who they are. */
export async function loadOpinions(tx: Tx, view: LoadedView, pairs: readonly IdPair[]): Promise<void> {
  await fill(view.votes, pairs, pairOf, (missing) => selectVotes(tx, missing));
  await fill(view.latestReviews, pairs, pairOf, (missing) => selectLatestReviews(tx, missing));
  const latest = pairs.flatMap((pair) => view.latestReviews.get(pairOf(pair)) ?? []);
  await loadReviews(tx, view, latest.map(Number));
}

/** Brings in what these events are about, in a handful of queries; what they touch besides is loaded when it is asked for. */
export async function loadFor(tx: Tx, view: LoadedView, events: readonly FilmEventRow[]): Promise<void> {
  await loadReviews(
    tx,
    view,
    presentOf(events, ({ reviewId }) => reviewId),
  );
  const reviewed = events.flatMap(({ reviewId }) => {
    const review = reviewId === null ? undefined : view.reviews.get(String(reviewId));
    return review ? [review] : [];
  });
  const authors = reviewed.map(({ user }) => Number(user));
  await loadMembers(tx, view, [...presentOf(events, ({ accountId }) => accountId), ...authors]);
  await loadFilms(tx, view, [
    ...presentOf(events, ({ filmId }) => filmId),
    ...reviewed.map(({ film }) => Number(film)),
  ]);
  await loadOpinions(tx, view, opinionsIn(events, view));
  const reacted = events.filter(({ type }) => type === "react_set");
  if (reacted.length === 0) return;
  const given = reacted.map(({ accountId, reviewId }): IdPair => [accountId!, reviewId!]);
  await fill(view.reactions, given, pairOf, (missing) => selectReactions(tx, missing));
  const between = reacted.flatMap(({ accountId, reviewId }): IdPair[] => {
    const author = view.reviews.get(String(reviewId))?.user;
    return author === undefined
      ? []
      : [
          [accountId!, Number(author)],
          [Number(author), accountId!],
        ];
  });
  await fill(view.pairs, between, pairOf, (missing) => selectPairs(tx, missing));
  await loadReactors(
    tx,
    view,
    reacted.map(({ accountId }) => accountId!),
  );
}

function presentOf(events: readonly FilmEventRow[], read: (event: FilmEventRow) => Id | null): Id[] {
  return events.flatMap((event) => read(event) ?? []);
}

function opinionsIn(events: readonly FilmEventRow[], view: LoadedView): IdPair[] {
  return events.flatMap(({ accountId, filmId, reviewId }): IdPair[] => {
    if (accountId !== null && filmId !== null) return [[accountId, filmId]];
    const review = reviewId === null ? undefined : view.reviews.get(String(reviewId));
    return review ? [[Number(review.user), Number(review.film)]] : [];
  });
}

async function loadReactors(tx: Tx, view: LoadedView, ids: readonly Id[]): Promise<void> {
  const missing = [...new Set(ids)].filter((id) => !view.reactedBy.before.has(String(id)));
  if (missing.length === 0) return;
  const found = await selectReactors(tx, missing);
  for (const id of missing.map(String))
    view.reactedBy.before.set(id, found.has(id) ? view.chainOf("reactedBy", id) : undefined);
}

const toChain = (values: readonly string[]): Chain | null =>
  values.reduce<Chain | null>((rest, value) => ({ value, rest }), null);

/** Fetches what the engine has asked for, and what it will ask for next. */
export async function loadMissing(tx: Tx, view: LoadedView, { table, key }: NotLoaded): Promise<void> {
  const id = Number(key);
  switch (table) {
    case "users":
      return loadMembers(tx, view, [id]);
    case "films":
      return loadFilms(tx, view, [id]);
    case "reviews":
      return loadReviews(tx, view, [id]);
    case "filmsOf": {
      if (!view.users.before.has(key)) await loadMembers(tx, view, [id]);
      const films = await selectFilmsOf(tx, id);
      const chain = toChain(films.map(String));
      if (chain) view.followed.filmsOf.set(key, chain);
      await loadFilms(tx, view, films);
      return loadOpinions(
        tx,
        view,
        films.map((film): IdPair => [id, film]),
      );
    }
    case "reactedBy": {
      if (!view.reactedBy.before.has(key)) return loadReactors(tx, view, [id]);
      const reviews = await selectReactedBy(tx, id);
      view.followed.reactedBy.set(key, toChain(reviews.map(String))!);
      await fill(
        view.reactions,
        reviews.map((review): IdPair => [id, review]),
        pairOf,
        (missing) => selectReactions(tx, missing),
      );
      return loadReviews(tx, view, reviews);
    }
    case "votes":
    case "latestReviews":
      return loadOpinions(tx, view, [idsOf(key)]);
    case "reactions":
      return fill(view.reactions, [idsOf(key)], pairOf, (missing) => selectReactions(tx, missing));
    case "pairs":
      return fill(view.pairs, [idsOf(key)], pairOf, (missing) => selectPairs(tx, missing));
  }
}
