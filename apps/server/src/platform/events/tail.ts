import type { Db } from "../database/database.ts";
import type { EventLog } from "./event-log.ts";
import { type LogPoint, placeOf, readEvents, readTip } from "./reader.ts";
import { createSleeper } from "./sleeper.ts";

const pollMs = 1000;
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
  let stopped = false;
  const sleeper = createSleeper();
  onNews?.(sleeper.wake);

  async function loop(): Promise<void> {
    while (!stopped) {
      try {
        const events = await readEvents(db, position, batch);
        for (const event of events) if (!log.isOwn(event.id)) log.announce(event);
        const last = events.at(-1);
        if (last) position = placeOf(last);
        if (events.length === batch) continue;
      } catch (error) {
        onError(error);
      }
      if (stopped) return;
      await sleeper.sleep(pollMs);
    }
  }
  const running = loop();
  return async () => {
    stopped = true;
    sleeper.wake();
    await running;
  };
}
