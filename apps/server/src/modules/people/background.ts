import type { Logger } from "pino";

/** Work that nobody waits for, until the program stops. */
export interface Background {
  run(name: string, work: () => Promise<void>): void;
  /** Resolves when everything that was begun has ended. */
  idle(): Promise<void>;
}

export function createBackground(logger: Logger): Background {
  const running = new Set<Promise<void>>();
  return {
    run(name, work) {
      const one: Promise<void> = work()
        .catch((error: unknown) => logger.error({ err: error, work: name }, "work in the background failed"))
        .finally(() => running.delete(one));
      running.add(one);
    },
    async idle() {
      await Promise.all(running);
    },
  };
}
