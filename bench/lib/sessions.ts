import { createHash } from "node:crypto";
import type pg from "pg";
import type { LoadRequest } from "./load.ts";

const tokenOf = (accountId: number) => `maru_bench_${accountId}`;

/** Signs people in, straight in the table, since signing in is made to be slow. Answers each one's token. */
export async function signIn(pool: pg.Pool, accountIds: number[]): Promise<string[]> {
  const tokens = accountIds.map(tokenOf);
  await pool.query(
    `insert into session (account_id, token_hash, expires_at)
     select account_id, token_hash, now() + interval '1 day' from unnest($1::bigint[], $2::bytea[]) as given(account_id, token_hash)
     on conflict (token_hash) do nothing`,
    [accountIds, tokens.map((token) => createHash("sha256").update(token).digest())],
  );
  return tokens;
}

/** People picked by chance, the same ones in every run, who follow somebody. */
export async function pickPeople(pool: pg.Pool, count: number): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>(
    `select id from account where exists (select from follow where follower_id = account.id)
     order by hashint8(id), id limit $1`,
    [count],
  );
  return rows.map((row) => row.id);
}

/** A home page, by each of these people. */
export function homeRequests(tokens: string[], limit = 20): LoadRequest[] {
  return tokens.map((token) => ({ method: "GET", path: `/api/v1/feeds/home?limit=${limit}`, token }));
}

export interface Author {
  id: number;
  followers: number;
}

/** People whose number of followers is nearest to the wanted one, none with fewer. */
export async function pickByFollowers(pool: pg.Pool, count: number, followers: number): Promise<Author[]> {
  const { rows } = await pool.query<Author>(
    `select account_id as id, followers from account_stats where followers >= $1 order by followers, account_id limit $2`,
    [followers, count],
  );
  return rows;
}

export async function pickFollowers(pool: pg.Pool, accountId: number, count: number): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>(
    `select follower_id as id from follow where followee_id = $1 order by id limit $2`,
    [accountId, count],
  );
  return rows.map((row) => row.id);
}
