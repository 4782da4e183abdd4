import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { backOff } from "../events/sleeper.ts";

/** How often those who wait ask whether the place is free. */
const askMs = 1000;
const retryMs = { first: 500, most: 5000 };
/** A leader whose machine is gone without a word: after so many seconds of silence the database ends its session. */
const keepAlive =
  "set tcp_keepalives_idle = 2; set tcp_keepalives_interval = 1; set tcp_keepalives_count = 2";

export interface Leadership {
  isLeader(): boolean;
  stop(): Promise<void>;
}

/**
 * Does `work` in one process of the site at a time: the one whose connection holds the advisory lock `name`. When that process or its
 * connection dies, the database lets go of the lock at once and another one takes over within a second or so; `lost` is then aborted. The
 * connection must be a session of its own, not one that a pooler shares out by transaction.
 */
export function lead(
  databaseUrl: string,
  name: string,
  work: (lost: AbortSignal) => Promise<void>,
  onError: (error: unknown) => void,
): Leadership {
  const stopping = new AbortController();
  let isLeader = false;

  async function stand(): Promise<void> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: `maru ${name}`,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    });
    const lost = new AbortController();
    const over = AbortSignal.any([stopping.signal, lost.signal]);
    client.on("error", () => lost.abort());
    client.on("end", () => lost.abort());
    try {
      await client.connect();
      await client.query(keepAlive);
      const ask = "select pg_try_advisory_lock(hashtextextended($1, 0)) as is_mine";
      for (;;) {
        const { rows } = await client.query<{ is_mine: boolean }>(ask, [`maru ${name}`]);
        if (rows[0]!.is_mine) break;
        await pause(askMs * (0.75 + Math.random() / 2), undefined, { signal: over }).catch(() => {});
        if (over.aborted) return;
      }
      isLeader = true;
      await work(over);
    } finally {
      isLeader = false;
      await client.end().catch(() => {});
    }
  }

  const running = (async () => {
    for (let attempt = 1; !stopping.signal.aborted; attempt++) {
      const begun = performance.now();
      await stand().catch(onError);
      if (performance.now() - begun > 10_000) attempt = 1;
      const wait = backOff(attempt, retryMs.first, retryMs.most);
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();

  return {
    isLeader: () => isLeader,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
