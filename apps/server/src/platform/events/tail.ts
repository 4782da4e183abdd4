import { setTimeout as pause } from "node:timers/promises";
import type { Db } from "../database/database.ts";
import type { EventLog } from "./event-log.ts";
import { type LogPoint, placeOf, readEvents, readTip } from "./reader.ts";
import { createSleeper } from "./sleeper.ts";

/** From one look to the next: while other processes have written something lately, and otherwise. */
const pollMs = { busy: 100, idle: 1000 };
const busyForMs = 3000;
/** The least time between two looks, however often it is woken. */
const paceMs = 10;
const batch = 1000;

/**
 * Tells this process's listeners what other processes have written (its own events they have heard at the commit). Starts at the
 * end of the log; `onNews` is given a function that has it read at once. Answers a function that stops it.
 */
export async function followLog(
  db: Db,
  log: EventLog,
  onError: (error: unknown) => void,
  onNews?: (wake: () => void) => void,
): Promise<() => Promise<void>> {
  let position: LogPoint = await readTip(db);
  log.setHeard(position);
  let stopped = false;
  const sleeper = createSleeper();
  onNews?.(sleeper.wake);

  async function loop(): Promise<void> {
    let busyUntil = 0;
    while (!stopped) {
      try {
        const events = await readEvents(db, position, batch);
        const others = events.filter((event) => !log.isOwn(event.id));
        for (const event of others) log.announce(event);
        if (others.length > 0) busyUntil = performance.now() + busyForMs;
        const last = events.at(-1);
        if (last) log.setHeard((position = placeOf(last)));
        if (events.length === batch) continue;
      } catch (error) {
        onError(error);
      }
      if (stopped) return;
      await pause(paceMs);
      await sleeper.sleep(performance.now() < busyUntil ? pollMs.busy : pollMs.idle);
    }
  }
  const running = loop();
  return async () => {
    stopped = true;
    sleeper.wake();
    await running;
  };
}
