import type { SiteRating } from "../../apps/server/src/spaces/films/engine/index.ts";
import { createRandom, type Random } from "./random.ts";

export const filmCount = 2000;
export const userCount = 5000;
const genreCount = 8;

/** A film as it really is, which nobody in the simulation knows. */
export interface TrueFilm {
  id: string;
  /** What rankings should find: of the normal distribution. */
  quality: number;
  genre: number;
  /** How many go to see it, and what they expect. */
  fame: number;
  hype: number;
  /** What this community has for it or against it, all together. */
  favour: number;
  releasedOn: number;
  /** Without sites for one film in twenty. */
  sites: SiteRating[];
}

export interface TruePerson {
  id: string;
  joinedOn: number;
  /** How often they come. */
  activity: number;
  /** How clearly they see a film's quality, and how well they write. */
  skill: number;
  writing: number;
  leniency: number;
  tastes: number[];
}

export interface World {
  films: TrueFilm[];
  people: TruePerson[];
}

export function createWorld(seed: number, sizes = { films: filmCount, people: userCount }): World {
  const random = createRandom(seed);
  return {
    films: Array.from({ length: sizes.films }, (_, index) => createFilm(random, index)),
    people: Array.from({ length: sizes.people }, (_, index) => createPerson(random, index)),
  };
}

function createFilm(random: Random, index: number): TrueFilm {
  const quality = random.normal();
  // What the world outside thinks of it: critics and their readers err together.
  const consensus = quality + 0.58 * random.normal();
  const fame = Math.exp(1.25 * random.normal() + 0.35 * consensus);
  return {
    id: `f${String(index).padStart(4, "0")}`,
    quality,
    genre: random.below(genreCount),
    fame,
    hype: 0.5 * consensus + 0.9 * random.normal(),
    favour: 0.08 * random.normal(),
    releasedOn: random.next() < 0.97 ? 0 : random.below(330),
    sites: random.next() < 0.05 ? [] : ratings(random, consensus / 1.16, fame),
  };
}

/** Each site has its own scale and noise; the less known a film is, the fewer sites have it. */
function ratings(random: Random, z: number, fame: number): SiteRating[] {
  const seen = (mean: number, deviation: number, least: number, most: number) =>
    Math.min(most, Math.max(least, mean + deviation * (z + 0.35 * random.normal())));
  const odds = seen(0.45, 1.25, -4, 4);
  const all: [number, SiteRating][] = [
    [1, { site: "imdb", value: tenths(seen(6.4, 1.1, 1, 10)), count: Math.ceil(9000 * fame) }],
    [0.6, { site: "metacritic", value: Math.round(seen(58, 17, 1, 100)), count: 4 + random.below(50) }],
    [0.7, { site: "rt", value: Math.round(100 / (1 + Math.exp(-odds))), count: 8 + random.below(200) }],
    [0.8, { site: "star5", value: tenths(seen(3.2, 0.55, 0.5, 5)), count: Math.ceil(700 * fame) }],
  ];
  return all.filter(([share]) => random.next() < share).map(([, rating]) => rating);
}

const tenths = (value: number) => Math.round(10 * value) / 10;

function createPerson(random: Random, index: number): TruePerson {
  const skill = random.normal();
  return {
    id: `u${index}`,
    joinedOn: random.next() < 0.3 ? 0 : random.below(330),
    activity: Math.exp(1.1 * random.normal()),
    skill,
    writing: 0.75 * skill + 0.66 * random.normal(),
    leniency: 0.6 * random.normal(),
    tastes: Array.from({ length: genreCount }, () => 0.7 * random.normal()),
  };
}
