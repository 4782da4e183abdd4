import type { CreditInput, FilmInput } from "../../catalogue/film-input.ts";
import { ratingFault } from "../../catalogue/measures.ts";
import type { Faults } from "../faults.ts";
import { BrokenFile } from "../files/broken-file.ts";
import { type Aka, chooseTitles } from "./akas.ts";
import type { ImdbFile } from "./files.ts";
import { type Follower, theEnd } from "./follower.ts";
import { mostPeople, readCredit, roleOf } from "./principals.ts";

export type KeyedFilm = FilmInput & { key: string };

/** The files that say more of titles. */
export type Followers = Partial<Record<Exclude<ImdbFile, "basics" | "names">, Follower>>;

export interface FollowOptions {
  followers: Followers;
  faults: Faults;
  /** The day of the ratings. */
  ratedOn: string;
}

/**
 * The films with all that the other files say of them. When one of those breaks, only the films come that it was read for to their end, with the
 * error.
 */
export async function complete(
  films: readonly KeyedFilm[],
  isLast: boolean,
  options: FollowOptions,
): Promise<{ films: KeyedFilm[]; broken?: BrokenFile }> {
  const last = isLast ? theEnd : (films.at(-1)?.key ?? "");
  const byKey = new Map(films.map((film) => [film.key, film]));
  let broken: BrokenFile | undefined;
  let until = theEnd;
  for (const [kind, follower] of Object.entries(options.followers) as [keyof Followers, Follower][]) {
    try {
      await readers[kind](byKey, follower, last, options);
    } catch (error) {
      if (!(error instanceof BrokenFile)) throw error;
      broken ??= error;
      if (follower.reached < until) until = follower.reached;
    }
  }
  const all = [...byKey.values()];
  return broken ? { films: all.filter((film) => film.key < until), broken } : { films: all };
}

type Reader = (
  films: Map<string, KeyedFilm>,
  follower: Follower,
  last: string,
  options: FollowOptions,
) => Promise<void>;

const readers: Record<keyof Followers, Reader> = {
  async ratings(films, follower, last, { faults, ratedOn }) {
    await follower.upTo(last, (key, { cells: [, average, votes], line }) => {
      const film = films.get(key);
      if (!film) return;
      const rating = { site: "imdb", value: Number(average), votes: Number(votes), ratedOn };
      const fault = ratingFault("imdb", average === undefined ? Number.NaN : rating.value, rating.votes);
      if (fault !== undefined) faults.tell("title.ratings", line, fault);
      else films.set(key, { ...film, ratings: [rating] });
    });
  },
  async akas(films, follower, last) {
    const akas = new Map<string, Aka[]>();
    await follower.upTo(last, (key, { cells: [, title, region, language] }) => {
      if (title === undefined || !films.has(key)) return;
      const list = akas.get(key);
      if (list) list.push({ title, region, language });
      else akas.set(key, [{ title, region, language }]);
    });
    for (const [key, list] of akas) {
      const film = films.get(key)!;
      films.set(key, { ...film, ...chooseTitles(list, [film.titleOriginal, film.titleEn]) });
    }
  },
  async principals(films, follower, last) {
    const credits = new Map<string, CreditInput[]>();
    await follower.upTo(last, (key, { cells: [, nconst, category, characters] }) => {
      const role = roleOf(category);
      if (role === undefined || nconst === undefined || !films.has(key)) return;
      const list = credits.get(key);
      if (!list) credits.set(key, [readCredit(nconst, role, characters)]);
      else if (list.length < mostPeople) list.push(readCredit(nconst, role, characters));
    });
    for (const [key, list] of credits) films.set(key, { ...films.get(key)!, credits: list });
  },
};
