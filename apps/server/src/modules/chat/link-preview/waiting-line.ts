export interface WaitingLine {
  /** Does the work when its turn comes; undefined when too much is waiting already. */
  take<T>(work: () => Promise<T>): Promise<T> | undefined;
}

/** Does so much at once and lets so much wait, first come, first served. */
export function createWaitingLine({ atOnce, waiting }: { atOnce: number; waiting: number }): WaitingLine {
  const line: (() => void)[] = [];
  let busy = 0;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (busy < atOnce) busy++;
    // Whoever ends hands over their place, so that nobody who comes meanwhile takes it.
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else busy--;
    }
  }

  return {
    take: (work) => (busy === atOnce && line.length >= waiting ? undefined : inTurn(work)),
  };
}
