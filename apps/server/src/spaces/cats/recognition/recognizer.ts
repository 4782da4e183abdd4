import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Card } from "./card-schema.ts";
import { ModelFault } from "./card.ts";
import { judge, type Judgement } from "./verdict.ts";

/** What the thread says when it can work or never will, and to each photo. */
export type WorkerStart = { started: true } | { fault: string };
export type Refusal = "broken" | "too-large" | "too-slow";
export type WorkerAnswer = { logits: number[] } | { refused: Refusal };

export interface Recognizer {
  /**
   * In its turn, one photo after the other; the bytes are taken away. Undefined when it was no longer wanted by then. Throws a
   * ModelFault when the model cannot be used.
   */
  recognize(
    photo: Uint8Array<ArrayBuffer>,
    isWanted?: () => boolean,
  ): Promise<Judgement | { refused: Refusal } | undefined>;
  /** Has the model prove itself, and ends the thread again. Throws a ModelFault. */
  check(): Promise<void>;
  close(): Promise<void>;
}

interface Limits {
  startMs: number;
  /** For one photo, without its time in the queue. */
  photoMs: number;
  /** The thread ends when there was nothing to do for so long. */
  idleMs: number;
}

interface Running {
  worker: Worker;
  ready: Promise<void>;
}

export const usualLimits: Limits = { startMs: 30_000, photoMs: 5_000, idleMs: 180_000 };

/**
 * One thread with one session, started with the first photo and ended when idle. A thread and not a process of its own, as
 * pictures that are kept have: it shares the program's code in memory, which is what keeps it small.
 */
export function createRecognizer(
  { folder, card }: { folder: string; card: Card },
  onTrouble: (message: string) => void,
  limits: Limits = usualLimits,
): Recognizer {
  let running: Running | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastTurn: Promise<unknown> = Promise.resolve();
  const ending = new Set<Promise<unknown>>();

  /** The thread may take until its image library is done; nobody waits for that. */
  function end(worker: Worker): void {
    if (running?.worker === worker) running = undefined;
    const ended: Promise<unknown> = worker.terminate().finally(() => ending.delete(ended));
    ending.add(ended);
  }

  function start(): Running {
    const worker = new Worker(join(import.meta.dirname, "recognition-worker.ts"), {
      workerData: { folder, card },
      // Nothing of this program is its business.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 },
    });
    // What fails between two photos is nobody's; without a listener it would end the program.
    worker.on("error", (error) => onTrouble(`the thread that recognizes photos failed: ${error.message}`));
    worker.once("exit", () => {
      if (running?.worker === worker) running = undefined;
    });
    return { worker, ready: untilReady(worker) };
  }

  async function untilReady(worker: Worker): Promise<void> {
    const told = await hear<WorkerStart>(worker, limits.startMs);
    if (typeof told === "object" && "started" in told) return;
    end(worker);
    if (told === "late") throw new ModelFault("the model takes too long to load");
    throw new ModelFault(told === "ended" ? "the model could not be loaded" : told.fault);
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = lastTurn.then(work);
    lastTurn = turn.catch(() => {});
    return turn;
  }

  async function withWorker<T>(work: (worker: Worker) => Promise<T>): Promise<T> {
    clearTimeout(idle);
    const { worker, ready } = (running ??= start());
    worker.ref();
    try {
      await ready;
      return await work(worker);
    } finally {
      // A program may end while the thread is idle, but not while it works.
      worker.unref();
      idle = setTimeout(() => running && end(running.worker), limits.idleMs).unref();
    }
  }

  async function ask(worker: Worker, photo: Uint8Array<ArrayBuffer>) {
    const answered = hear<WorkerAnswer>(worker, limits.photoMs);
    worker.postMessage(photo, [photo.buffer]);
    const told = await answered;
    if (told === "late") {
      onTrouble("a photo took too long to recognize");
      end(worker);
      return { refused: "too-slow" } as const;
    }
    if (told === "ended") return { refused: "broken" } as const;
    return "logits" in told ? judge(told.logits, card) : told;
  }

  return {
    recognize: (photo, isWanted = () => true) =>
      inTurn(async () => (isWanted() ? withWorker((worker) => ask(worker, photo)) : undefined)),
    check: () => inTurn(() => withWorker(async (worker) => end(worker))),
    async close() {
      clearTimeout(idle);
      if (running) end(running.worker);
      await Promise.all(ending);
    },
  };
}

/** The next thing that a thread says, or why it says nothing. */
async function hear<T>(worker: Worker, patienceMs: number): Promise<T | "late" | "ended"> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patienceMs);
  const { signal } = stop;
  try {
    return await Promise.race([
      once(worker, "message", { signal }).then(([message]) => message as T),
      once(worker, "exit", { signal }).then(() => "ended" as const),
    ]);
  } catch {
    return signal.aborted ? "late" : "ended";
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}
