import { pairKey } from "../engine/index.ts";
import { reviewKey } from "./action.ts";
import type { DemoFilm } from "./demo-film.ts";
import type { DemoReview } from "./read-reviews.ts";
import type { Stage } from "./stage.ts";
import { tasteOf } from "./taste.ts";

/** How long people still find a review. */
const readFor = 60;

export interface Everyday {
  /**
   * What somebody does on a day on which they are here: votes on what they have seen, reacts to what they have read. `alone` are films and members
   * that are left alone, `quiet` are members who react to nobody: who likes each other's reviews in turn is worth little to each other.
   */
  spend(by: string, except: { alone: ReadonlySet<string>; quiet: ReadonlySet<string> }): void;
  review(review: DemoReview): void;
}

export function createEveryday(stage: Stage): Everyday {
  const { fold, random } = stage;
  const written: { review: DemoReview; key: string; daysAgo: number }[] = [];

  /** So much of a like is owed to each film and author: of few as many are likes as of many, and luck decides over nobody's place. */
  const owed = new Map<string, number>();

  function judge(what: string, share: number): 1 | -1 {
    const due = (owed.get(what) ?? 0.5) + share;
    owed.set(what, due >= 1 ? due - 1 : due);
    return due >= 1 ? 1 : -1;
  }

  /** What they would watch next: what is talked about, and what is of their kind. */
  function choose(by: string, except: ReadonlySet<string>): DemoFilm | undefined {
    const unseen = [...stage.films.values()].filter(
      ({ key }) => fold.films.has(key) && !except.has(key) && !fold.votes.has(pairKey(by, key)),
    );
    const drawn = unseen.map((film) => {
      const isTheirs = film.genres.some((genre) => tasteOf(by).genres.includes(genre));
      return { film, pull: random() * (0.25 + film.fame) * (isTheirs ? 1.8 : 1) };
    });
    return drawn.sort((one, other) => other.pull - one.pull)[0]?.film;
  }

  return {
    spend(by, { alone, quiet }) {
      for (let seen = Math.floor(0.25 + random() * 1.6); seen > 0; seen--) {
        const film = choose(by, alone);
        if (film) stage.play({ type: "vote", by, film: film.key, value: judge(film.key, film.charm) });
      }
      if (quiet.has(by)) return;
      const found = written.filter(
        ({ review, key, daysAgo }) =>
          review.by !== by &&
          !alone.has(review.by) &&
          daysAgo - stage.daysAgo <= readFor &&
          !fold.reactions.has(pairKey(by, key)),
      );
      for (const { review, key } of found)
        if (random() < 0.06)
          stage.play({ type: "react", by, review: key, value: judge(review.by, tasteOf(review.by).wit) });
    },
    review(review) {
      const { by, film } = review;
      const given = review.aspects.filter((score) => score !== null);
      const mean = given.reduce((sum, score) => sum + score, 0) / given.length;
      if (!fold.votes.has(pairKey(by, film)))
        stage.play({ type: "vote", by, film, value: mean >= 5.5 ? 1 : -1 });
      stage.play({ type: "review", by, film, review });
      written.push({ review, key: reviewKey(review), daysAgo: stage.daysAgo });
    },
  };
}
