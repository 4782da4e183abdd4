import { expect } from "vitest";
import type { TestServer } from "./test-server.ts";

type Server = Pick<TestServer, "maru">;

/** Holds rows alone, as another transaction would; `ids` is the statement's `$1`. Answers what lets go of them. */
export async function holdRows(
  { maru }: Server,
  statement: string,
  ids: string[],
): Promise<() => Promise<void>> {
  const holder = await maru.platform.pool.connect();
  await holder.query("begin");
  await holder.query(statement, [ids]);
  return async () => {
    await holder.query("rollback");
    holder.release();
  };
}

/** Resolves when so many statements wait for rows that others hold: consumers too, which are settled before. */
export async function untilWaiting({ maru }: Server, count: number): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await maru.platform.pool.query<{ waiting: number }>(
        "select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      return rows[0]!.waiting;
    })
    .toBe(count);
}
