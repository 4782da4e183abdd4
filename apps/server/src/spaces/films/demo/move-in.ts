import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { writePost } from "../../../modules/posts/index.ts";
import { filmPosters } from "../../../demo/art/posters/index.ts";
import type { DemoCommunity } from "../../../demo/community.ts";
import type { FilmDeps } from "../deps.ts";
import { logFilmEvents, type NewFilmEvent } from "../film-events.ts";
import { insertReview } from "../reviews/review-queries.ts";
import { type Action, reviewKey } from "./action.ts";
import { addFilms } from "./add-films.ts";
import type { DemoFilm } from "./demo-film.ts";
import { insertReviewVotes, insertVotes, insertWanted, setPosters } from "./demo-queries.ts";
import { planFollows, planWatchlists } from "./lists.ts";
import { planFilms } from "./plan.ts";
import { toldOf } from "./ratings.ts";
import type { DemoComment } from "./read-reviews.ts";

const hourMs = 60 * 60_000;

/** The ids of what the plan calls by names. */
interface Cast {
  people: ReadonlyMap<string, Id>;
  films: ReadonlyMap<string, Id>;
  reviews: Map<string, Id>;
}

/** Puts the demo's films into the catalogue, with what its people have said of them, and of each other's reviews, in eight months. */
export async function moveFilmsIn(deps: FilmDeps, tx: Tx, community: DemoCommunity): Promise<void> {
  const { people, posts, keep } = community;
  const now = Math.max(...posts.map(({ at }) => at.getTime()));
  const { films, actions } = planFilms([...people.keys()], now);
  const cast: Cast = { people, films: await addFilms(deps, tx, films, now), reviews: new Map() };
  const owner = [...people.values()][0]!;
  const posters: { filmId: Id; posterId: Id }[] = [];
  for (const { key } of films) {
    const posterId = await keep(owner, filmPosters[key]!.alt, `poster:${key}`);
    posters.push({ filmId: cast.films.get(key)!, posterId });
  }
  await setPosters(tx, posters);

  for (const action of actions) if (action.type === "review") await writeReview(deps, tx, cast, action);
  await insertVotes(
    tx,
    actions.flatMap((action) =>
      action.type === "vote" && action.value !== 0
        ? [
            {
              filmId: cast.films.get(action.film)!,
              accountId: people.get(action.by)!,
              value: action.value,
              at: new Date(action.at),
            },
          ]
        : [],
    ),
  );
  await insertReviewVotes(
    tx,
    actions.flatMap((action) =>
      action.type === "react"
        ? [
            {
              reviewId: cast.reviews.get(action.review)!,
              accountId: people.get(action.by)!,
              value: action.value,
            },
          ]
        : [],
    ),
  );
  const named = new Map(films.map((film) => [film.key, film]));
  await logFilmEvents(
    deps.log,
    tx,
    actions.map((action) => ({ at: new Date(action.at), ...toLogged(action, cast, named) })),
  );

  const placed = ({ by, film, at }: { by: string; film: string; at: number }) => ({
    accountId: people.get(by)!,
    filmId: cast.films.get(film)!,
    at: new Date(at),
  });
  await insertWanted(tx, planWatchlists([...people.keys()], films, actions).map(placed));
  for (const follow of planFollows(actions).map(placed))
    await deps.topics.followAt(tx, follow.accountId, follow.filmId, follow.at);
  await putOnPosts(
    deps,
    tx,
    community,
    new Map(films.map(({ titleKo, key }) => [titleKo, cast.films.get(key)!])),
  );
}

async function writeReview(
  { log, posts }: FilmDeps,
  tx: Tx,
  { people, films, reviews }: Cast,
  action: Extract<Action, { type: "review" }>,
): Promise<void> {
  const { review, at } = action;
  const authorId = people.get(review.by)!;
  const filmId = films.get(review.film)!;
  const { value: post, event } = await writePost(tx, {
    kind: "review",
    authorId,
    text: review.text,
    topics: [filmId],
    at: new Date(at),
  });
  log.wrote(tx, event);
  const { aspects, isSpoiler } = review;
  await insertReview(tx, { id: post.id, filmId, authorId, aspects, isSpoiler });
  reviews.set(reviewKey(action), post.id);
  const readers = [...people.keys()].filter(
    (by, place) => by !== review.by && (place * 7 + post.id) % 3 !== 0,
  );
  await posts.viewAt(
    tx,
    post.id,
    readers.map((by) => `demo:${by}`),
  );
  const say = async (
    comments: readonly DemoComment[],
    parent: { id: Id; rootId: Id | null },
    after: number,
  ): Promise<void> => {
    for (const [place, comment] of comments.entries()) {
      const when = after + (1 + place * 2) * hourMs;
      const said = await writePost(tx, {
        authorId: people.get(comment.by)!,
        text: comment.text,
        at: new Date(when),
        parent,
      });
      log.wrote(tx, said.event);
      await say(comment.answers, { id: said.value.id, rootId: parent.rootId ?? parent.id }, when);
    }
  };
  await say(review.comments, { id: post.id, rootId: null }, at);
}

function toLogged(
  action: Action,
  { people, films, reviews }: Cast,
  named: ReadonlyMap<string, DemoFilm>,
): NewFilmEvent {
  switch (action.type) {
    case "seed":
      return { type: "seed_tier", accountId: people.get(action.by)!, tier: action.tier };
    case "arrive":
      return { type: "film_base", filmId: films.get(action.film)!, sites: toldOf(named.get(action.film)!) };
    case "vote": {
      const { by, film, value } = action;
      return { type: "vote_set", accountId: people.get(by)!, filmId: films.get(film)!, value };
    }
    case "review": {
      const { by, film, review } = action;
      return {
        type: "review_put",
        accountId: people.get(by)!,
        filmId: films.get(film)!,
        reviewId: reviews.get(reviewKey(action))!,
        aspects: review.aspects,
        chars: review.text.length,
      };
    }
    case "react": {
      const { by, review, value } = action;
      return { type: "react_set", accountId: people.get(by)!, reviewId: reviews.get(review)!, value };
    }
  }
}

/** What people of the demo have said about a film anyway, by its title between quotation marks or as a tag. */
async function putOnPosts(
  { topics }: FilmDeps,
  tx: Tx,
  { posts }: DemoCommunity,
  byTitle: ReadonlyMap<string, Id>,
): Promise<void> {
  for (const { id, text } of posts) {
    const named = [...byTitle].filter(
      ([title]) => text.includes(`‘${title}’`) || text.includes(`#${title.replaceAll(/[ ,]/g, "")}`),
    );
    const about = named.map(([, filmId]) => filmId);
    if (about.length > 0) await topics.putOn(tx, id, about.slice(0, 3));
  }
}
