import type { Tx } from "../../../platform/database/database.ts";
import type { Consumer } from "../../../platform/events/consumer.ts";
import type { LoggedEvent } from "../../../platform/events/event-log.ts";
import type { Platform } from "../../../platform/platform.ts";
import { filmRankChanged, filmsLogged } from "../events.ts";
import type { EntryRow } from "./entries.ts";
import { LoadedView } from "./loaded-view.ts";
import { lockEngine, putEngine, rankChanges, readLog, setErrors } from "./log-queries.ts";
import { rebuildRanks } from "./rebuild.ts";
import { storeRecords } from "./store-records.ts";
import { takeIn } from "./take-in.ts";

/** Events that are taken in together. */
const perRun = 2000;
/** One transaction takes in no more than it was woken for and so many runs besides. */
const mostRuns = 20;

/**
 * Keeps scores and ranks. It is woken by the log of the site and reads the films' own, in its order, from the place where it stands: so it does
 * not matter how often or in which order it is woken.
 */
export function filmsConsumer({ log, logger }: Pick<Platform, "log" | "logger">): Consumer {
  async function run(tx: Tx, newest: bigint): Promise<void> {
    let { place, totals } = await lockEngine(tx);
    for (let runs = 0; runs < mostRuns || BigInt(place.xid) < newest; runs++) {
      const events = await readLog(tx, place, perRun);
      if (events.length === 0) break;
      const view = new LoadedView(totals);
      const told = await takeIn(tx, view, events);
      await storeRecords(tx, view, told);
      if (told.failed.length > 0) {
        logger.error({ failed: told.failed }, "events of films could not be taken in");
        await setErrors(tx, told.failed);
      }
      await tell(tx, told.entries);
      totals = view.totals;
      place = events.at(-1)!;
      await putEngine(tx, place, totals);
      if (events.length < perRun) break;
    }
  }

  /** Tells of series and tiers those who tell people. */
  async function tell(tx: Tx, entries: readonly EntryRow[]): Promise<void> {
    const whose = entries.filter(({ kind }) => kind === "tier" || kind === "series");
    const ids = [...new Set(whose.map((entry) => entry.account_id))];
    if (ids.length === 0) return;
    await log.publishFrom(tx, rankChanges(ids, filmRankChanged.type));
  }

  return {
    name: "films",
    types: [filmsLogged.type],
    // An import logs a million ratings at once: nobody else shall wait for that.
    isHeavy: true,
    handle: (tx, events: LoggedEvent[]) =>
      run(
        tx,
        events.reduce((newest, { xid }) => (xid > newest ? xid : newest), 0n),
      ),
    rebuild: rebuildRanks,
  };
}
