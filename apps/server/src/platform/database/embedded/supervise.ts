import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "./log.ts";
import type { Postmaster } from "./postmaster.ts";

const mostDeaths = 6;
const withinMs = 60_000;

/** Doubles from 0.1 s to 5 s, between half and all of it by chance, so that nothing beats in step. */
const backOff = (deaths: number) => Math.min(5_000, 100 * 2 ** (deaths - 1)) * (0.5 + Math.random() / 2);

/**
 * Brings the server back whenever it ends unasked. After six deaths or failed starts within a minute it
 * gives up, once, with the last words of the server.
 */
export function supervise(
  first: Postmaster,
  launch: () => Promise<Postmaster>,
  giveUp: (lastWords: string) => void,
  log: Log,
) {
  const stopping = new AbortController();
  let current = first;
  let deaths: number[] = [];

  async function waitTurn(lastWords: string) {
    deaths = [...deaths.filter((time) => time > Date.now() - withinMs), Date.now()];
    if (deaths.length > mostDeaths) return false;
    log("warn", `PostgreSQL ended (${lastWords}); starting it again.`, { deaths: deaths.length });
    await pause(backOff(deaths.length), undefined, { signal: stopping.signal }).catch(() => undefined);
    return !stopping.signal.aborted;
  }

  async function watch() {
    for (let lastWords = await current.ended; !stopping.signal.aborted; lastWords = await current.ended) {
      for (let isBack = false; !isBack;) {
        if (!(await waitTurn(lastWords))) {
          if (!stopping.signal.aborted) giveUp(lastWords);
          return;
        }
        try {
          current = await launch();
          isBack = true;
        } catch (error) {
          lastWords = error instanceof Error ? error.message : String(error);
        }
      }
      log("info", "PostgreSQL is back.");
      if (stopping.signal.aborted) await current.stop();
    }
  }

  const watching = watch();
  return {
    async stop() {
      stopping.abort();
      await current.stop();
      await watching;
    },
  };
}
