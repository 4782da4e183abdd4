import type pg from "pg";
import { genres, platforms } from "../../apps/server/src/spaces/films/vocabulary.ts";
import { call } from "../lib/http.ts";
import type { LoadRequest } from "../lib/load.ts";
import { random } from "../lib/zipf-texts.ts";

type Read = LoadRequest & { kind: string };

/** Requests of each kind, the same in every run. */
const perKind = 120;

/** So many pages of a list are turned for cursors. */
const turned = 6;

/** What is asked of lists and of films' pages, in every way that there is; each kind as often as the others. */
export async function readRequests(pool: pg.Pool, port: number, tokens: readonly string[]): Promise<Read[]> {
  const next = random(7);
  const below = (most: number) => Math.floor(next() * most);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const material = await readMaterial(pool);
  const year = () => 2026 - Math.floor(next() ** 2 * 110);
  const sort = () => pick(["score", "popular", "latest"]);
  const genre = () => pick(genres).id;
  const platform = () => pick(platforms).id;

  const lists: Record<string, () => string> = {
    "list by score": () => `sort=score&limit=${pick([20, 50])}`,
    "list, popular or latest": () => `sort=${pick(["popular", "latest"])}`,
    "list of what cannot be ranked": () => "chart=thin",
    "list, tier": () => `tier=${below(3)}&sort=${sort()}`,
    "list, genre": () => `genre=${genre()}&sort=${sort()}`,
    "list, year": () => `year=${year()}&sort=${sort()}`,
    "list, genre and year": () => `genre=${genre()}&year=${year()}&sort=${sort()}`,
    "list, genre, year and tier": () => `genre=${genre()}&year=${year()}&tier=${below(3)}&sort=${sort()}`,
    "list, platform": () => `platform=${platform()}&sort=${sort()}`,
    "list, platform and genre": () => `platform=${platform()}&genre=${genre()}&sort=${sort()}`,
    "list, person": () => `person=${pick(material.people)}&sort=${sort()}`,
    "list, words": () => `q=${encodeURIComponent(pick(material.words))}&sort=${sort()}`,
    "list, in a series": () => "series=true",
  };
  const pages: Record<string, (id: number) => string> = {
    "page of a film": (id) => `/films/${id}`,
    "score of a film": (id) => `/films/${id}/score`,
    "films like one": (id) => `/films/${id}/similar`,
    "reviews, best received": (id) => `/films/${id}/reviews`,
    "reviews, newest": (id) => `/films/${id}/reviews?sort=latest`,
  };

  const requests: Read[] = [];
  const add = (kind: string, path: string) => {
    // Two of three are signed in.
    const token = next() < 0.67 ? pick(tokens) : undefined;
    requests.push({ method: "GET", path: `/api/v1${path}`, kind, ...(token !== undefined && { token }) });
  };
  for (let n = 0; n < perKind; n++) {
    for (const [kind, query] of Object.entries(lists)) add(kind, `/films?${query()}`);
    for (const [kind, path] of Object.entries(pages))
      add(kind, path(pick(n % 2 === 0 ? material.known : material.any)));
  }
  for (const query of Object.values(lists))
    for (const path of await turnPages(port, `/films?${query()}`)) add("list, a further page", path);
  return shuffled(requests, below);
}

/** The pages behind the first one of a list. */
async function turnPages(port: number, path: string): Promise<string[]> {
  const paths: string[] = [];
  let next: string | null = path;
  for (let page = 0; page < turned; page++) {
    const { text } = await call(port, { method: "GET", path: `/api/v1${next}` });
    const cursor = (JSON.parse(text) as { nextCursor: string | null }).nextCursor;
    if (cursor === null) break;
    next = `${path}&cursor=${encodeURIComponent(cursor)}`;
    paths.push(next);
  }
  return paths;
}

/** What there is to ask for: films that many know and any, people who have made many and few, words of titles. */
async function readMaterial(pool: pg.Pool) {
  const ids = async (text: string) => (await pool.query<{ id: number }>(text)).rows.map(({ id }) => id);
  const { rows: titles } = await pool.query<{ title: string }>(
    "select title_ko as title from film where title_ko is not null order by hashint8(id) limit 300",
  );
  return {
    known: await ids("select film_id as id from film_rank order by people desc limit 500"),
    any: await ids("select id from film order by hashint8(id) limit 1000"),
    people: [
      ...(await ids("select person_id as id from film_credit group by 1 order by count(*) desc limit 50")),
      ...(await ids("select id from film_person order by hashint8(id) limit 100")),
    ],
    // One word, a part of one, and the whole title.
    words: titles.map(
      ({ title }, n) => [title.split(" ")[0]!, title.split(" ")[1]!.slice(0, 2), title][n % 3]!,
    ),
  };
}

function shuffled<T>(list: readonly T[], below: (most: number) => number): T[] {
  const all = [...list];
  for (let place = all.length - 1; place > 0; place--) {
    const other = below(place + 1);
    [all[place], all[other]] = [all[other]!, all[place]!];
  }
  return all;
}
