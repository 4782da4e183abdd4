import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { forgetPosition } from "../../../platform/events/positions.ts";

/**
 * The films' own log keeps transaction numbers as the site's does, and a dump brings them along too (see platform/events/restored-log.ts). Where
 * they are ahead of this database's, they are set to nothing: what was logged there stands in the order of its ids, before all that is logged
 * here, and the engine folds it anew when its consumer begins. Safe in several processes at once.
 */
export async function renumberRestoredLog(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`select 1 from film_engine for update`.execute(tx);
    const { rows } = await sql<{ isAhead: boolean }>`
      select greatest((select max(xid) from film_event), (select xid from film_engine))
        >= pg_snapshot_xmax(pg_current_snapshot()) as is_ahead`.execute(tx);
    if (!rows[0]!.isAhead) return;
    await sql`update film_event set xid = '0'`.execute(tx);
    await sql`update film_engine set xid = '0', event_id = 0`.execute(tx);
    await forgetPosition(tx, "films");
  });
}
