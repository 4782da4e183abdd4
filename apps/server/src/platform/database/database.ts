import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from "kysely";
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
