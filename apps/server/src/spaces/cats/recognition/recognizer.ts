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

/** What goes to the thread, and comes back. */
export interface Asked {
  id: number;
  photo: Uint8Array;
}
export type Answered = WorkerAnswer & { id: number };

export interface Recognizer {
  /**
   * In its turn. Undefined when it was no longer wanted by then. Throws a
   * ModelFault when the model cannot be used.
   */
  recognize(
    photo: Uint8Array,
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
  /** Those who wait for an answer, by the number of their photo. */
  asked: Map<number, (answer: WorkerAnswer | "ended") => void>;
}

export const usualLimits: Limits = { startMs: 30_000, photoMs: 5_000, idleMs: 180_000 };

/** While the model looks at one, the next is decoded. */
const atOnce = 2;

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
  let working = 0;
  let numbers = 0;
  const queue: (() => void)[] = [];
  const ending = new Set<Promise<unknown>>();

  /** The thread may take until its image library is done; nobody waits for that. */
  function end(ended: Running): void {
    if (running === ended) running = undefined;
    for (const tell of ended.asked.values()) tell("ended");
    ended.asked.clear();
    const end: Promise<unknown> = ended.worker.terminate().finally(() => ending.delete(end));
    ending.add(end);
  }

  function start(): Running {
    const worker = new Worker(join(import.meta.dirname, "recognition-worker.ts"), {
      workerData: { folder, card },
      // Nothing of this program is its business.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 },
    });
    const started: Running = { worker, ready: untilReady(worker, limits.startMs), asked: new Map() };
    // Whoever waits for it hears of it; without a listener here it would end the program when nobody does.
    started.ready.catch(() => end(started));
    worker.on("error", (error) => onTrouble(`the thread that recognizes photos failed: ${error.message}`));
    worker.once("exit", () => end(started));
    worker.on("message", (answer: Answered | WorkerStart) => {
      if (!("id" in answer)) return;
      const { id, ...rest } = answer;
      started.asked.get(id)?.(rest);
      started.asked.delete(id);
    });
    return started;
  }

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (working >= atOnce) await new Promise<void>((resolve) => queue.push(resolve));
    else working++;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else working--;
    }
  }

  async function withThread<T>(work: (thread: Running) => Promise<T>): Promise<T> {
    clearTimeout(idle);
    const thread = (running ??= start());
    thread.worker.ref();
    try {
      await thread.ready;
      return await work(thread);
    } finally {
      // A program may end while the thread is idle, but not while it works.
      if (thread.asked.size === 0) thread.worker.unref();
      clearTimeout(idle);
      idle = setTimeout(() => running && end(running), limits.idleMs).unref();
    }
  }

  async function ask(thread: Running, photo: Uint8Array) {
    const id = numbers++;
    let timer: NodeJS.Timeout | undefined;
    const told = await new Promise<WorkerAnswer | "ended" | "late">((resolve) => {
      thread.asked.set(id, resolve);
      timer = setTimeout(() => resolve("late"), limits.photoMs);
      thread.worker.postMessage({ id, photo } satisfies Asked);
    });
    clearTimeout(timer);
    if (told !== "late") return told;
    onTrouble("a photo took too long to recognize");
    thread.asked.delete(id);
    end(thread);
    return { refused: "too-slow" } as const;
  }

  async function look(photo: Uint8Array): Promise<Judgement | { refused: Refusal }> {
    let told = await withThread((thread) => ask(thread, photo));
    // It ended over the other photo, perhaps.
    if (told === "ended") told = await withThread((thread) => ask(thread, photo));
    if (told === "ended") return { refused: "broken" };
    return "logits" in told ? judge(told.logits, card) : told;
  }

  return {
    recognize: (photo, isWanted = () => true) => inTurn(async () => (isWanted() ? look(photo) : undefined)),
    check: () => inTurn(() => withThread(async (thread) => end(thread))),
    async close() {
      clearTimeout(idle);
      if (running) end(running);
      await Promise.all(ending);
    },
  };
}

/** Throws a ModelFault when the thread cannot do its work. */
async function untilReady(worker: Worker, patienceMs: number): Promise<void> {
  const stop = new AbortController();
  const { signal } = stop;
  const timer = setTimeout(() => stop.abort(), patienceMs);
  try {
    const [told] = (await Promise.race([
      once(worker, "message", { signal }),
      once(worker, "exit", { signal }).then(() => []),
    ])) as [WorkerStart?];
    if (!told) throw new ModelFault("the model could not be loaded");
    if ("fault" in told) throw new ModelFault(told.fault);
  } catch (error) {
    if (error instanceof ModelFault) throw error;
    throw new ModelFault(
      signal.aborted ? "the model takes too long to load" : "the model could not be loaded",
    );
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}
