import { call, joins, type Person } from "./people.ts";
import { operate } from "./site.ts";

export type Film = {
  id: string;
  poster: object | null;
  tier: number | null;
  score: { score: number; charted: boolean };
  counts: { likes: number; dislikes: number; reviews: number };
  viewer: { vote: string | null; inWatchlist: boolean; reviewId: string | null } | null;
};

/** Somebody who may change the catalogue. */
export async function moderates(name: string): Promise<Person> {
  const person = await joins(name);
  await operate("films", "moderator", person.handle, "on");
  return person;
}

/** Somebody whose vote weighs as much as one can: films are ranked by a few of them. */
export async function isCritic(name: string): Promise<Person> {
  const person = await joins(name);
  await operate("films", "seed-tier", person.handle, "3");
  return person;
}

/** A film by a moderator. */
export const makesFilm = (moderator: Person, ko: string, more: object = {}) =>
  call<Film>(moderator, "POST", "/films", {
    title: { ko, en: null, original: ko },
    year: 2025,
    genres: ["drama"],
    ...more,
  });

export const filmSeenBy = (person: Person | null, id: string) => call<Film>(person, "GET", `/films/${id}`);
export const votes = (person: Person, id: string, value: "like" | "dislike") =>
  call(person, "PUT", `/films/${id}/vote`, { value });

export const reviews = (person: Person, id: string, text: string, more: object = {}) =>
  call<{ id: string }>(person, "POST", `/films/${id}/reviews`, {
    text,
    aspects: { directing: 9, music: 7 },
    ...more,
  });
