export interface DueWork {
  /** There may be something to do now. */
  wake(): void;
  start(): void;
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>;
  /** Resolves when nothing is due. */
  idle(): Promise<void>;
}

/** Another process may have put something down without this one hearing of it. */
const longestMs = 60_000;
const afterFailureMs = 5_000;

/** Does what is due as soon as it is: when woken, and when the time of what was known to come has come. */
export function createDueWork(
  /** Does some of it. Answers whether there may be more right now. */
  work: () => Promise<boolean>,
  /** Milliseconds until the next is due; undefined when nothing is known to come. */
  untilNext: () => Promise<number | undefined>,
  onError: (error: unknown) => void,
): DueWork {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isWanted = false;
  let isOver = true;

  async function run(): Promise<void> {
    let wait = longestMs;
    try {
      do {
        isWanted = false;
        while (!isOver && (await work()));
        wait = Math.min(longestMs, Math.max(0, (await untilNext()) ?? longestMs));
      } while (isWanted && !isOver);
    } catch (error) {
      onError(error);
      wait = afterFailureMs;
    }
    if (!isOver) timer = setTimeout(wake, wait);
  }

  function wake(): void {
    if (isOver) return;
    isWanted = true;
    if (running) return;
    clearTimeout(timer);
    running = run().finally(() => {
      running = undefined;
      if (isWanted && !isOver) wake();
    });
  }

  return {
    wake,
    start() {
      isOver = false;
      wake();
    },
    async stop() {
      isOver = true;
      clearTimeout(timer);
      await running;
    },
    async idle() {
      while (running) await running;
    },
  };
}
