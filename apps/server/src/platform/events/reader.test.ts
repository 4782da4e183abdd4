import { expect, test } from "vitest";
import { testServer } from "../../../test/test-server.ts";
import { readEvents } from "./reader.ts";

const server = testServer();

test("events are read in the order of their transactions' numbers, not of their digits", async () => {
  const { pool, db } = server.maru.platform;
  await pool.query(`insert into event (xid, aggregatetype, aggregateid, type, payload)
    select xid::text::xid8, 'test', '1', 'test.happened', '{}' from unnest(array[101, 9, 100, 99, 10]) xid`);
  const read = await readEvents(db, { xid: 0n, id: 0 }, 4);
  expect(read.map((event) => event.xid)).toEqual([9n, 10n, 99n, 100n]);
});
