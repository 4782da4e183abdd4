export interface Sleeper {
  /** Resolves after the time, or at once when woken. */
  sleep(ms: number): Promise<void>;
  /** Ends the sleep under way; or, when nobody sleeps, the next one before it begins. */
  wake(): void;
}

export function createSleeper(): Sleeper {
  let end: (() => void) | undefined;
  let isWoken = false;
  return {
    async sleep(ms) {
      if (!isWoken && ms > 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      end = undefined;
      isWoken = false;
    },
    wake() {
      isWoken = true;
      end?.();
    },
  };
}

/** Doubles with each attempt (counted from 1) up to `most`, and is scattered so that many do not come back at the same moment. */
export function backOff(attempt: number, first: number, most: number): number {
  return Math.min(most, first * 2 ** Math.min(attempt - 1, 20)) * (0.5 + Math.random() / 2);
}
