import pg from "pg";
import { expect, inject, test } from "vitest";
import { urlOf } from "../../../test/template-database.ts";
import { toProblem } from "./problem.ts";

test("whoever gets no connection to the database in time is asked to come again", async () => {
  const pool = new pg.Pool({
    connectionString: urlOf(inject("adminUrl"), "postgres"),
    max: 1,
    connectionTimeoutMillis: 50,
  });
  const taken = await pool.connect();
  try {
    const error: unknown = await pool.query("select 1").catch((reason: unknown) => reason);
    expect(toProblem(error)).toMatchObject({ status: 503, slug: "busy", headers: { "retry-after": "5" } });
  } finally {
    taken.release();
    await pool.end();
  }
});

test("what nobody has planned is a fault of ours", () => {
  expect(toProblem(new Error("anything"))).toBeUndefined();
});
