import type pg from "pg";
import type { Checked } from "../checks/check.ts";
import { checkCounters } from "../checks/counters.ts";
import { checkDeadLetters } from "../checks/dead-letters.ts";
import { checkFilms } from "../checks/films.ts";
import { checkHomes } from "../checks/homes.ts";
import { checkMessages } from "../checks/messages.ts";
import { checkNotifications } from "../checks/notifications.ts";
import type { Reader } from "../checks/reading.ts";
import { checkOpenSearch, checkSearching, checkSearchNames, checkSearchTable } from "../checks/search.ts";
import { checkWritten } from "../checks/written.ts";
import type { Ledger } from "./ledger.ts";
import { markerIn } from "./texts.ts";

/** Everything that is derived, against what it is derived from. Needs a site on which nothing happens any more. */
export async function checkSite(
  pool: pg.Pool,
  ledger: Ledger,
  readers: readonly Reader[],
  searchUrl: string | undefined,
): Promise<Checked[]> {
  return [
    ...(await checkWritten(pool, ledger)),
    ...(await checkCounters(pool)),
    ...(await checkHomes(pool, readers)),
    ...(await checkNotifications(pool, readers)),
    await (searchUrl === undefined ? checkSearchTable(pool) : checkOpenSearch(pool, searchUrl)),
    await checkSearchNames(pool),
    await checkSearching(pool, readers, markerIn),
    ...(await checkFilms(pool)),
    ...(await checkMessages(pool, ledger, readers)),
    await checkDeadLetters(pool),
  ];
}
