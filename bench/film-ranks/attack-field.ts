import {
  type FilmEvent,
  type Fold,
  filmScore,
  resumeFold,
  type Snapshot,
} from "../../apps/server/src/spaces/films/engine/index.ts";
import type { Act, Field } from "./attacks.ts";
import { orderOf } from "./agreement.ts";
import type { HonestYear } from "./honest-year.ts";
import { maruOf, othersOf } from "./rankings.ts";
import type { Tallies } from "./tally.ts";

export interface Damage {
  votes: number;
  /** By how much the score (0 to 100) moved. */
  score: number;
  maru: [before: number, after: number];
  wilson: [before: number, after: number];
}

/** What follows on a year: a copy of it in which more may happen. */
export function goOn(year: HonestYear, snapshot: Snapshot) {
  const fold = resumeFold(snapshot);
  const tallies = year.tallies.copy();
  let ts = fold.totals.clock;
  let number = 0;
  const act = (event: Act, later = 1) => {
    const whole = { ...event, id: `after ${number++}`, ts: Math.floor((ts += later)) } as FilmEvent;
    fold.takeIn(whole);
    tallies.count(whole);
  };
  return { fold, tallies, act };
}

/** The same future twice, with and without what is done to the film; only that is compared. */
export function damageOf(
  year: HonestYear,
  snapshot: Snapshot,
  film: string,
  attack: (field: Field) => void,
  before?: (field: Field) => void,
): Damage {
  const films = year.world.films.map(({ id }) => id);
  const at = films.indexOf(film);
  const measure = (fold: Fold, tallies: Tallies) => {
    const { likes, dislikes } = tallies.of(film);
    return {
      votes: likes + dislikes,
      score: 100 * filmScore(fold.films.get(film)!, fold.totals.constants).mean,
      maru: placeIn(maruOf(fold, films), at),
      wilson: placeIn(othersOf("Wilson", tallies, films), at),
    };
  };
  const after = goOn(year, snapshot);
  // Votes for other films are part of both futures.
  const without = goOn(year, snapshot);
  const both = (event: Act, later?: number) => {
    after.act(event, later);
    without.act(event, later);
  };
  const field = { ...after, film, films: year.world.films };
  before?.({ ...field, act: both });
  attack({
    ...field,
    act: (event, later) =>
      "film" in event && event.film === film ? after.act(event, later) : both(event, later),
  });
  const [one, other] = [measure(without.fold, without.tallies), measure(after.fold, after.tallies)];
  return {
    votes: one.votes,
    score: other.score - one.score,
    maru: [one.maru, other.maru],
    wilson: [one.wilson, other.wilson],
  };
}

const placeIn = (scores: number[], index: number) => orderOf(scores).indexOf(index) + 1;

/** The film that comes nearest to a place in Maru's list and a number of votes. */
export function filmAt(year: HonestYear, place: number, votes: number, hasBase = true): string {
  const films = year.world.films.filter(({ sites }) => sites.length > 0 === hasBase);
  const order = orderOf(
    maruOf(
      year.maru,
      year.world.films.map(({ id }) => id),
    ),
  );
  const places = new Map(order.map((index, position) => [year.world.films[index]!.id, position + 1]));
  const farness = ({ id }: { id: string }) => {
    const { likes, dislikes } = year.tallies.of(id);
    return (
      Math.abs(Math.log((likes + dislikes + 1) / (votes + 1))) + Math.abs(Math.log(places.get(id)! / place))
    );
  };
  return films.reduce((best, one) => (farness(one) < farness(best) ? one : best)).id;
}
