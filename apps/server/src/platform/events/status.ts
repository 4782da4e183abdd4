import { sql } from "kysely";
import type { Db } from "../database/database.ts";

interface Reader {
  /** Transaction and id of the event that was read last. */
  position: string;
  /** Events that are committed and not read; counted up to `mostCounted`. */
  behind: string;
  lagSeconds: number;
}

export interface Status {
  consumers: (Reader & { consumer: string; dead: number })[];
  relays: (Reader & { broker: string })[];
}

const mostCounted = 100_000;

/** How far everybody who reads the log is. */
export async function readStatus(db: Db): Promise<Status> {
  const behind = (row: string) => sql`
    cross join lateral (
      select count(*) as n, min(at) as oldest
      from events_after(${sql.ref(`${row}.xid`)}, ${sql.ref(`${row}.id`)}, ${sql.ref(`${row}.at`)} - interval '1 day', ${mostCounted}::int)
    ) behind`;
  const reading = (row: string) => sql`
    ${sql.ref(`${row}.xid`)}::text || ' / ' || least(${sql.ref(`${row}.id`)}, 999999999999) as position, behind.n as behind,
    coalesce(extract(epoch from now() - behind.oldest), 0)::float8 as lag_seconds`;
  const consumers = await sql<Reader & { consumer: string; dead: number; behind: number }>`
    select p.consumer, ${reading("p")}, (select count(*) from event_dead d where d.consumer = p.consumer) as dead
    from consumer_position p ${behind("p")} order by p.consumer
  `.execute(db);
  const relays = await sql<Reader & { broker: string; behind: number }>`
    select r.broker, ${reading("r")} from event_relay r ${behind("r")} order by r.broker
  `.execute(db);
  const shown = (row: { behind: number }) =>
    row.behind === mostCounted ? `${mostCounted} or more` : String(row.behind);
  return {
    consumers: consumers.rows.map((row) => ({ ...row, behind: shown(row) })),
    relays: relays.rows.map((row) => ({ ...row, behind: shown(row) })),
  };
}
