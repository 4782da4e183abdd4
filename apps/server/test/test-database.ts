import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { createDb, createPool, type Db } from "../src/platform/database/database.ts";
import { urlOf } from "./template-database.ts";

/** A statement on the PostgreSQL itself, outside any test's database. */
export async function onServer(statement: string): Promise<void> {
  const client = new pg.Client(inject("adminUrl"));
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/**
 * Waits for the server's own housekeeping in it, which `force` would trip over: only a superuser may end that. What somebody else has left
 * open after that is ended.
 */
export async function dropDatabase(name: string): Promise<void> {
  await onServer(`drop database if exists ${name}`).catch(() =>
    onServer(`drop database if exists ${name} with (force)`),
  );
}

/** A migrated database of its own for one test file, without the program; `empty` leaves out the migrations. */
export function testDatabase(options: { empty?: boolean } = {}) {
  const name = `maru_test_${randomBytes(6).toString("hex")}`;
  let pool: pg.Pool;
  let db: Db;
  beforeAll(async () => {
    await onServer(`create database ${name} template ${options.empty ? "template0" : "maru_template"}`);
    pool = createPool(urlOf(inject("adminUrl"), name), 12, () => {});
    db = createDb(pool);
  });
  afterAll(async () => {
    await pool?.end();
    await dropDatabase(name);
  });
  return {
    get pool() {
      return pool;
    },
    get db() {
      return db;
    },
  };
}
