import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from "kysely";
import { LRUCache } from "lru-cache";
import pg from "pg";
import type { Tables } from "./tables.ts";

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

const int8 = 20;
const int8Array = 1016;

/**
 * The types as Maru reads them: ids and counts are 64-bit in the database and below 2^53 by construction (see `new_id()` in
 * the migrations), so they are exact as numbers.
 */
const types = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (format === "binary") return pg.types.getTypeParser(oid, "binary");
    if (oid === int8) return Number;
    if (oid === int8Array) return parseIds;
    return pg.types.getTypeParser(oid, "text");
  },
} as pg.CustomTypesConfig;

function parseIds(text: string): number[] {
  return text === "{}" ? [] : text.slice(1, -1).split(",").map(Number);
}

/** Opens a pool. Waiting for a connection and for a statement are both bounded, so that a stuck database is an error, not a hang. */
export function createPool(connectionString: string, max: number, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    types,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: "maru",
  });
  // A connection that dies while idle is replaced at the next use; without a listener it would end the program.
  pool.on("error", (error) => {
    if (!pool.ending) onError(error);
  });
  return pool;
}

/** A statement that has been sent this often is worth keeping prepared. */
const oftenSent = 20;
/** Each connection keeps the plans of this many statements at the most: some 50 KB each on the database's side. */
const mostPrepared = 150;

/** Lets the database keep the plans of the statements that are sent often, on each connection: planning costs more than running them. */
export function prepareOften(pool: pg.Pool): void {
  const sent = new LRUCache<string, { times: number; name: string | undefined }>({ max: 2000 });
  let prepared = 0;
  const nameOf = (text: string): string | undefined => {
    let known = sent.get(text);
    if (!known) sent.set(text, (known = { times: 0, name: undefined }));
    if (++known.times === oftenSent && prepared < mostPrepared) known.name = `maru_${++prepared}`;
    return known.name;
  };
  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((first: unknown, values?: unknown, ...rest: unknown[]) => {
      const name = typeof first === "string" && Array.isArray(values) ? nameOf(first) : undefined;
      if (name === undefined) return query(first, values, ...rest);
      return query({ name, text: first, values }, ...rest);
    }) as typeof client.query;
  });
}

export function createDb(pool: pg.Pool): Db {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** Counts the statements that a pool sends; for the tests that bound the queries per route and for the metrics. */
export function countQueries(pool: pg.Pool, onQuery: () => void): void {
  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      onQuery();
      return query(...args);
    }) as typeof client.query;
  });
}
