import type { FilmEvent } from "../../apps/server/src/spaces/films/engine/index.ts";

/** What other rankings know of a film: present likes, dislikes and the stars of its reviews. */
export interface Tally {
  likes: number;
  dislikes: number;
  stars: number;
  starred: number;
}

export interface Tallies {
  of(film: string): Tally;
  count(event: FilmEvent): void;
  copy(): Tallies;
}

export function createTallies(
  films = new Map<string, Tally>(),
  votes = new Map<string, 1 | -1 | 0>(),
): Tallies {
  const of = (film: string) => {
    const known = films.get(film) ?? { likes: 0, dislikes: 0, stars: 0, starred: 0 };
    films.set(film, known);
    return known;
  };
  return {
    of,
    copy: () =>
      createTallies(new Map(Array.from(films, ([id, tally]) => [id, { ...tally }])), new Map(votes)),
    count(event) {
      if (event.type === "vote_set") {
        const tally = of(event.film);
        const key = `${event.user} ${event.film}`;
        const before = votes.get(key) ?? 0;
        votes.set(key, event.v);
        tally.likes += Number(event.v > 0) - Number(before > 0);
        tally.dislikes += Number(event.v < 0) - Number(before < 0);
      } else if (event.type === "review_put") {
        const given = Object.values(event.aspects);
        const tally = of(event.film);
        tally.stars += given.reduce((sum, score) => sum + score, 0) / given.length;
        tally.starred++;
      }
    },
  };
}
