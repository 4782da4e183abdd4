import { sql } from "kysely";
import type { Db } from "../database/database.ts";

export interface Schedule {
  /** Runs `work` every `everyMs` (first after one period), in one process at a time; a run that fails is logged and tried again next time. */
  every(everyMs: number, name: string, work: () => Promise<void>): void;
  stop(): Promise<void>;
}

/** Housekeeping. Not for work that somebody waits for: what a missed run leaves is done by the next. */
export function createSchedule(db: Db, onError: (name: string, error: unknown) => void): Schedule {
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();

  async function run(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await db.connection().execute(async (connection) => {
        const lock = sql`hashtext(${`job:${name}`})`;
        const { rows } = await sql<{
          locked: boolean;
        }>`select pg_try_advisory_lock(${lock}) as locked`.execute(connection);
        if (!rows[0]!.locked) return;
        try {
          await work();
        } finally {
          await sql`select pg_advisory_unlock(${lock})`.execute(connection);
        }
      });
    } catch (error) {
      onError(name, error);
    }
  }

  return {
    every(everyMs, name, work) {
      const timer = setInterval(() => {
        const one = run(name, work).finally(() => running.delete(one));
        running.add(one);
      }, everyMs);
      timers.add(timer);
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running);
    },
  };
}
