import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { call } from "../lib/http.ts";
import { createLatencies, type LatencySummary } from "../lib/latencies.ts";
import { signIn } from "../lib/sessions.ts";
import { type Value, voteOf, type Voter } from "./votes.ts";

/** A film on which one member votes, and nobody else meanwhile. */
interface WatchedFilm {
  id: number;
  /** Somebody with few films, so that a list has it on its first page. */
  personId: number;
  voter: Voter;
}

/** A review that one member reacts to, and nobody else to any review of its author meanwhile. */
interface WatchedReview {
  id: number;
  author: { handle: string; token: string };
  reactor: Voter;
}

export interface Probes {
  films: WatchedFilm[];
  reviews: WatchedReview[];
}

/** How often it is looked, and when it is given up. */
const everyMs = 5;
const patienceMs = 10_000;

export async function pickProbes(pool: pg.Pool, films: number, reviews: number): Promise<Probes> {
  const { rows: chosen } = await pool.query<{ id: number; personId: number; voterId: number }>(
    `with few as (select person_id from film_credit group by person_id having count(*) between 1 and 15)
     select distinct on (f.id) f.id, c.person_id as "personId", m.account_id as "voterId"
     from (select film_id as id from film_rank where people > 0 order by random() limit $1 * 3) f
     join film_credit c on c.film_id = f.id join few using (person_id)
     cross join lateral (
       select account_id from (select account_id from film_member where weight > 0 and f.id > 0 order by random() limit 5) picked
       where not exists (select from film_vote v where v.film_id = f.id and v.account_id = picked.account_id) limit 1) m
     limit $1`,
    [films],
  );
  const { rows: written } = await pool.query<{
    id: number;
    authorId: number;
    handle: string;
    reactorId: number;
  }>(
    `select distinct on (r.account_id) r.review_id as id, r.account_id as "authorId", a.handle, m.account_id as "reactorId"
     from (
       select * from film_review_state where is_active and (state ->> 'counted')::boolean and account_id in (
         select account_id from film_member where state -> 'series' = 'null' and (state ->> 'points')::int between 30000 and 85000
         order by random() limit $1 * 4)
       order by random() limit $1 * 8
     ) r join account a on a.id = r.account_id
     cross join lateral (
       select account_id from (select account_id from film_member where weight >= 1000 and r.review_id > 0 order by random() limit 5) picked
       where account_id <> r.account_id and not exists (
         select from film_review_vote v where v.review_id = r.review_id and v.account_id = picked.account_id) limit 1) m
     limit $1`,
    [reviews],
  );
  const people = [
    ...chosen.map(({ voterId }) => voterId),
    ...written.flatMap(({ authorId, reactorId }) => [authorId, reactorId]),
  ];
  const ids = [...new Set(people)];
  const tokens = await signIn(pool, ids);
  const tokenOf = new Map(ids.map((id, place) => [id, tokens[place]!]));
  const voter = (id: number): Voter => ({ id, token: tokenOf.get(id)! });
  return {
    films: chosen.map(({ id, personId, voterId }) => ({ id, personId, voter: voter(voterId) })),
    reviews: written.map(({ id, authorId, handle, reactorId }) => ({
      id,
      author: { handle, token: tokenOf.get(authorId)! },
      reactor: voter(reactorId),
    })),
  };
}

export interface Seen {
  /** Since a vote was sent, until the film's score has it, and until a list has it, too. */
  score: LatencySummary;
  list: LatencySummary;
  /** Since a reaction was sent, until its author's points have moved. */
  rank: LatencySummary;
  missing: number;
}

/** Votes and reacts, one after the other over the given time, and looks for each until it is seen. */
export async function watch(port: number, { films, reviews }: Probes, seconds: number): Promise<Seen> {
  const times = { score: createLatencies(), list: createLatencies(), rank: createLatencies() };
  let missing = 0;
  const read = async (path: string, token?: string) => {
    const { text } = await call(port, {
      method: "GET",
      path: `/api/v1${path}`,
      ...(token !== undefined && { token }),
    });
    return JSON.parse(text) as never;
  };
  const until = async (isSeen: () => Promise<boolean>, begun: number): Promise<number> => {
    while (!(await isSeen())) {
      if (performance.now() - begun > patienceMs) throw new Error("not seen");
      await pause(everyMs);
    }
    return performance.now() - begun;
  };

  async function watchFilm({ id, personId, voter }: WatchedFilm, value: Value): Promise<void> {
    const peopleInScore = async () => ((await read(`/films/${id}/score`)) as { people: number }).people;
    const peopleInList = async () => {
      const { items } = (await read(`/films?person=${personId}&sort=popular&limit=50`)) as {
        items: { id: string; score: { people: number } }[];
      };
      return items.find((item) => item.id === String(id))!.score.people;
    };
    const before = await peopleInScore();
    const begun = performance.now();
    await call(port, voteOf(id, voter, value));
    times.score.add(await until(async () => (await peopleInScore()) > before, begun));
    times.list.add(await until(async () => (await peopleInList()) > before, begun));
  }

  async function watchReview({ id, author, reactor }: WatchedReview, value: Value): Promise<void> {
    const points = async () =>
      ((await read(`/accounts/${author.handle}/film-rank`, author.token)) as { points: number }).points;
    const before = await points();
    const begun = performance.now();
    const body = JSON.stringify({ value });
    await call(port, { method: "PUT", path: `/api/v1/posts/${id}/vote`, token: reactor.token, body });
    times.rank.add(await until(async () => (await points()) !== before, begun));
  }

  const each = async <T>(list: readonly T[], work: (one: T, value: Value) => Promise<void>) => {
    const running: Promise<void>[] = [];
    for (const [place, one] of list.entries()) {
      running.push(work(one, place % 3 === 0 ? "dislike" : "like").catch(() => void missing++));
      await pause((seconds * 1000) / list.length);
    }
    await Promise.all(running);
  };
  await Promise.all([each(films, watchFilm), each(reviews, watchReview)]);
  return { score: times.score.summary(), list: times.list.summary(), rank: times.rank.summary(), missing };
}
