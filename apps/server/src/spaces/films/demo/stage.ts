import { type Random, randomFrom } from "../../../demo/art/drawing.ts";
import { type FilmEvent, type Fold, startFold } from "../engine/index.ts";
import { toScores } from "../film-events.ts";
import { type Action, type Deed, reviewKey } from "./action.ts";
import type { DemoFilm } from "./demo-film.ts";
import { toldOf } from "./ratings.ts";

const hour = 3_600_000;
const day = 24 * hour;
/** Nine in the evening in Korea, in hours of UTC: when people have seen a film. */
const evening = 12;

/**
 * Where the months are played: what people do is taken into the engine as it is done, so that who acts next can look at how things stand. Days are
 * those of UTC, as the engine's: whatever the hour of `now`, the same comes of it.
 */
export interface Stage {
  readonly fold: Fold;
  readonly films: ReadonlyMap<string, DemoFilm>;
  readonly handles: readonly string[];
  readonly random: Random;
  readonly actions: readonly Action[];
  /** So many days before today it is. */
  readonly daysAgo: number;
  goTo(daysAgo: number): void;
  /** Lets somebody do something, later than all before it. */
  play(deed: Deed): void;
}

export function createStage(
  films: ReadonlyMap<string, DemoFilm>,
  handles: readonly string[],
  now: number,
): Stage {
  const fold = startFold();
  const actions: Action[] = [];
  const today = Math.floor(now / day) * day;
  let daysAgo = 0;
  let clock = 0;
  return {
    fold,
    films,
    handles,
    random: randomFrom("films"),
    actions,
    get daysAgo() {
      return daysAgo;
    },
    goTo(then) {
      daysAgo = then;
      clock = today - daysAgo * day + (evening - 3) * hour;
    },
    play(deed) {
      clock += Math.round((20 + (actions.length % 7) * 11) * 1000);
      const action = { ...deed, at: clock };
      fold.takeIn({ id: String(actions.length), ts: clock, ...toEvent(deed, films) } as FilmEvent);
      actions.push(action);
    },
  };
}

type Untimed = FilmEvent extends infer Event
  ? Event extends FilmEvent
    ? Omit<Event, "id" | "ts">
    : never
  : never;

export function toEvent(deed: Deed, films: ReadonlyMap<string, DemoFilm>): Untimed {
  switch (deed.type) {
    case "seed":
      return { type: "seed_tier", user: deed.by, tier: deed.tier };
    case "arrive":
      return { type: "film_base", film: deed.film, sites: toldOf(films.get(deed.film)!) };
    case "vote":
      return { type: "vote_set", user: deed.by, film: deed.film, v: deed.value };
    case "review": {
      const { aspects, text } = deed.review;
      const review = reviewKey(deed);
      return {
        type: "review_put",
        user: deed.by,
        film: deed.film,
        review,
        aspects: toScores(aspects),
        chars: text.length,
      };
    }
    case "react":
      return { type: "react_set", user: deed.by, review: deed.review, v: deed.value };
  }
}
