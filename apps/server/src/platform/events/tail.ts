import type { Db } from "../database/database.ts";
import type { EventLog } from "./event-log.ts";
import { type LogPoint, placeOf, readEvents, readTip } from "./reader.ts";

const pollMs = 1000;
const batch = 1000;

/**
 * Tells this process's listeners what other processes have written (its own events they have heard at the commit). Starts at the
 * end of the log. Answers a function that stops it.
 */
export async function followLog(
  db: Db,
  log: EventLog,
  onError: (error: unknown) => void,
): Promise<() => Promise<void>> {
  let position: LogPoint = await readTip(db);
  let stopped = false;
  let wakeUp: (() => void) | undefined;

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
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollMs);
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
  const running = loop();
  return async () => {
    stopped = true;
    wakeUp?.();
    await running;
  };
}
