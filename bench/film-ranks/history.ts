import type { AspectScores, FilmEvent } from "../../apps/server/src/spaces/films/engine/index.ts";
import { aspectNames } from "../../apps/server/src/spaces/films/engine/index.ts";
import { pickBy } from "./pick.ts";
import { createRandom, type Random } from "./random.ts";
import type { TrueFilm, TruePerson, World } from "./world.ts";

export const dayMs = 86_400_000;
const days = 360;
const activities = 510_000;
/** Of all that people do: reactions to reviews, and reviews after a vote. */
const reactionShare = 0.22;
const reviewShare = 0.07;
const shelf = 300;

interface WrittenReview {
  id: string;
  author: TruePerson;
}

/** A year of an honest community, in order. What people do depends on films and people, not on scores. */
export function* yearOf(world: World, seed: number, count = activities, length = days): Generator<FilmEvent> {
  const random = createRandom(seed + 1000);
  const pickPerson = pickBy(world.people, ({ activity }) => activity);
  const pickFilm = pickBy(world.films, ({ fame }) => fame);
  const opinions = new Map<string, number>();
  const reviews: WrittenReview[] = [];
  const reviewed = new Set<string>();
  let number = 0;
  const next = (ts: number) => ({ id: `h${number++}`, ts });

  for (const film of world.films)
    if (film.sites.length > 0) yield { ...next(0), type: "film_base", film: film.id, sites: film.sites };
  for (let act = 0; act < count; act++) {
    const ts = Math.floor((act / count) * length * dayMs);
    const day = ts / dayMs;
    const person = until(
      () => pickPerson(random),
      ({ joinedOn }) => joinedOn <= day,
    );
    if (random.next() < reactionShare && reviews.length > 0) {
      const review =
        reviews[reviews.length - 1 - Math.floor(Math.min(shelf, reviews.length) * random.next() ** 2)]!;
      if (review.author === person) continue;
      yield {
        ...next(ts),
        type: "react_set",
        user: person.id,
        review: review.id,
        v: react(random, person, review.author),
      };
      continue;
    }
    const film = until(
      () => pickFilm(random),
      (one) =>
        goesToSee(random, one, day) && (!opinions.has(`${person.id} ${one.id}`) || random.next() < 0.05),
    );
    const key = `${person.id} ${film.id}`;
    const opinion = opinionOf(random, person, film);
    opinions.set(key, opinion);
    yield { ...next(ts), type: "vote_set", user: person.id, film: film.id, v: opinion > 0 ? 1 : -1 };
    if (reviewed.has(key) || random.next() >= reviewShare) continue;
    reviewed.add(key);
    reviews.push({ id: `r${number}`, author: person });
    const chars = Math.round(180 * Math.exp(0.8 * random.normal() + 0.2 * person.writing));
    yield {
      ...next(ts),
      type: "review_put",
      user: person.id,
      film: film.id,
      review: reviews.at(-1)!.id,
      aspects: aspectsFor(random, opinion),
      chars,
    };
  }
}

/** People go where others go, to what is said to be good, and to what is new. */
function goesToSee(random: Random, { hype, releasedOn }: TrueFilm, day: number): boolean {
  if (releasedOn > day) return false;
  const isNew = releasedOn > 0 && day - releasedOn < 14;
  return random.next() < (isNew ? 1 : 0.3) * likely(0.6 * hype);
}

/** Above 0 they like it. The clearer somebody sees, the more the film itself decides. */
function opinionOf(
  random: Random,
  { skill, leniency, tastes }: TruePerson,
  { quality, favour, genre }: TrueFilm,
): number {
  const clarity = Math.exp(0.25 * skill);
  const mood = Math.log(1 / (1 - random.next()) - 1);
  return 1.15 + 1.4 * (clarity * quality + favour) + (leniency + tastes[genre]!) / clarity - mood;
}

/** Readers judge the writing, the clearer the better they see; a little is chance. */
const react = (random: Random, { skill }: TruePerson, { writing }: TruePerson): 1 | -1 =>
  random.next() < likely(0.95 + (0.9 + 0.2 * skill) * writing) ? 1 : -1;

function aspectsFor(random: Random, opinion: number): AspectScores {
  const given = aspectNames.filter((name, index) => index === 0 || random.next() < 0.6);
  const score = () => Math.min(10, Math.max(1, Math.round(5.2 + 1.2 * opinion + 1.3 * random.normal())));
  return Object.fromEntries(given.map((name) => [name, score()]));
}

const likely = (logit: number) => 1 / (1 + Math.exp(-logit));

function until<T>(pick: () => T, isRight: (one: T) => boolean): T {
  for (;;) {
    const one = pick();
    if (isRight(one)) return one;
  }
}
