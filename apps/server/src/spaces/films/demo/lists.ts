import { randomFrom } from "../../../demo/art/drawing.ts";
import type { Action } from "./action.ts";
import type { DemoFilm } from "./demo-film.ts";

/** That somebody follows a film, or wants to see it. */
export interface Marked {
  by: string;
  film: string;
  at: number;
}

const hour = 3_600_000;

/** Whoever likes a film sometimes follows it, an hour later. */
export function planFollows(actions: readonly Action[]): Marked[] {
  const random = randomFrom("film follows");
  return actions.flatMap((action) => {
    if (action.type !== "vote" || action.value !== 1 || random() > 0.12) return [];
    const { by, film, at } = action;
    return [{ by, film, at: at + hour }];
  });
}

/** Some of what everybody has not seen yet, the well known first of all; in the order of time. */
export function planWatchlists(
  handles: readonly string[],
  films: readonly DemoFilm[],
  actions: readonly Action[],
): Marked[] {
  const seen = new Set(actions.flatMap((one) => (one.type === "vote" ? `${one.by} ${one.film}` : [])));
  const last = actions.at(-1)!.at;
  return handles
    .flatMap((by) => {
      const random = randomFrom(`watchlist ${by}`);
      const wanted = films
        .filter(({ key }) => !seen.has(`${by} ${key}`))
        .map(({ key, fame, charm }) => ({ film: key, pull: random() * (0.3 + fame) * charm }))
        .sort((one, other) => other.pull - one.pull);
      const count = 3 + Math.floor(random() * 5);
      return wanted
        .slice(0, count)
        .map(({ film }) => ({ by, film, at: last - Math.floor(random() * 480 * hour) }));
    })
    .sort((one, other) => one.at - other.at);
}
