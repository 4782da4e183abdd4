import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";

/** How long a web process may take to hear of what consumers have committed. */
const memoryMs = 5_000;

/** Resolves when everybody has handled everything; answers who has not when that takes too long. */
export async function drain(pool: pg.Pool, mostMs: number): Promise<string[]> {
  // Views are written a second after they were seen.
  await pause(2_000);
  const late = performance.now() + mostMs;
  for (;;) {
    const { rows } = await pool.query<{ who: string; behind: string }>(`
      select who, (select count(*) from event e where (e.xid, e.id) > (place.xid, place.id)) as behind
      from (select consumer as who, xid, id from consumer_position
        union all select 'relay to ' || broker, xid, id from event_relay) place`);
    const behind = rows.filter((row) => Number(row.behind) > 0);
    if (behind.length === 0) break;
    if (performance.now() > late) return behind.map((row) => `${row.who} is ${row.behind} events behind`);
    await pause(500);
  }
  await pause(memoryMs);
  return [];
}
