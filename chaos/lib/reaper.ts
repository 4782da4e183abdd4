import { setTimeout as pause } from "node:timers/promises";
import type { Faults } from "./faults.ts";
import type { Random } from "./random.ts";

/** Something that is killed without a warning, and started again. */
export interface Victim {
  name: string;
  kill(): void;
  start(): Promise<void>;
}

const everyMs = [3_000, 10_000] as const;
const awayMs = [100, 6_000] as const;

export interface Reaped {
  kills: Map<string, number>;
}

/**
 * Kills one after another, at random moments, until it is told to stop, and has everything running again when it resolves. The order of
 * the victims and all times come from `random` alone, whatever happens meanwhile; who is down already is spared.
 */
export async function runReaper(
  victims: readonly Victim[],
  random: Random,
  faults: Faults,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<Reaped> {
  const kills = new Map<string, number>(victims.map(({ name }) => [name, 0]));
  const down = new Map<string, Promise<void>>();
  let bag: Victim[] = [];
  for (;;) {
    // Everybody's turn comes before anybody's second.
    if (bag.length === 0) bag = shuffled(victims, random);
    const victim = bag.pop()!;
    const wait = random.between(...everyMs);
    const away = random.between(...awayMs);
    await pause(wait, undefined, { signal }).catch(() => {});
    if (signal.aborted) break;
    if (down.has(victim.name)) {
      say(`${victim.name} is still down`);
      continue;
    }
    victim.kill();
    kills.set(victim.name, kills.get(victim.name)! + 1);
    say(`kill -9 ${victim.name}, started again in ${(away / 1000).toFixed(1)} s`);
    const killedAt = performance.now();
    const back = pause(away)
      .then(() => victim.start())
      .then(() =>
        say(`${victim.name} is back, after ${((performance.now() - killedAt) / 1000).toFixed(1)} s`),
      )
      .catch((error: unknown) => faults.add(`${victim.name} did not come back: ${(error as Error).message}`))
      .finally(() => down.delete(victim.name));
    down.set(victim.name, back);
  }
  await Promise.all(down.values());
  return { kills };
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  const order: T[] = [];
  while (left.length > 0) order.push(...left.splice(random.below(left.length), 1));
  return order;
}
