import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { invalid, Problem } from "../http/problem.ts";
import type { EncodedImage, ImageFault } from "./image-encode.ts";
import type { Crop } from "./image-plan.ts";

export interface ImageJob {
  path: string;
  crop: Crop | undefined;
}

export type ImageAnswer = EncodedImage | ImageFault | { error: string };

export interface ImageProcessor {
  /** Makes a picture's files anew. Refuses with a Problem what is no picture, too large, too slow, or when too many wait. */
  process(path: string, crop: Crop | undefined): Promise<EncodedImage>;
  /** How many wait for the one at work. */
  waiting(): number;
  close(): void;
}

interface Limits {
  /** For one picture, without its time in the queue. */
  timeMs: number;
  /** Pictures that wait for the one at work. */
  waiting: number;
  /** The worker ends when there was nothing to do for so long. */
  idleMs: number;
}

const usual: Limits = { timeMs: 20_000, waiting: 24, idleMs: 180_000 };

const broken = () => invalid("file", "This picture is damaged or incomplete.", "broken-image");
const tooLarge = () => invalid("file", "This picture has more than 50 million pixels.", "image-too-large");
const tooSlow = () => invalid("file", "This picture takes too long to read.", "image-too-slow");
const cropOutside = () => invalid("crop", "The crop reaches beyond the picture.", "invalid-crop");
const busy = () =>
  new Problem(503, "busy", "Many pictures are being uploaded. Try again soon.", {
    headers: { "retry-after": "10" },
  });

/**
 * One picture at a time (each uses the cores there are), in a process of its own that starts with the first and ends when idle.
 * Not a worker thread: ending one waits until its image library is done (measured: 1.3 s into a 1.3 s encode), a process dies
 * in 5 ms, takes a crash of the library with it, and gives all its memory back.
 */
export function createImageProcessor(
  onTrouble: (message: string) => void,
  limits: Limits = usual,
): ImageProcessor {
  let child: ChildProcess | undefined;
  let ready = false;
  let idle: NodeJS.Timeout | undefined;
  let working = false;
  const queue: (() => void)[] = [];

  function start(): ChildProcess {
    const started = fork(join(import.meta.dirname, "image-worker.ts"), {
      serialization: "advanced",
      // Nothing of this process is its business: no secrets in the environment, no descriptors, no output.
      env: {},
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      execArgv: ["--max-old-space-size=256"],
    });
    ready = false;
    started.once("message", () => (ready = true));
    started.once("exit", () => {
      if (child === started) child = undefined;
    });
    // A failure between two jobs is nobody's; without a listener it would end this process.
    started.on("error", (error) => {
      onTrouble(`the image worker had an error: ${error.message}`);
      if (child === started) end();
    });
    return started;
  }

  function end(): void {
    clearTimeout(idle);
    child?.kill("SIGKILL");
    child = undefined;
  }

  /** A program may end while the worker is idle, but not while it works. */
  function holdOpen(worker: ChildProcess, hold: boolean): void {
    worker[hold ? "ref" : "unref"]();
    worker.channel?.[hold ? "ref" : "unref"]();
  }

  async function ask(job: ImageJob): Promise<ImageAnswer> {
    clearTimeout(idle);
    const worker = (child ??= start());
    holdOpen(worker, true);
    let timer: NodeJS.Timeout | undefined;
    let stopListening = () => {};
    try {
      return await new Promise<ImageAnswer>((resolve, reject) => {
        const onMessage = (message: ImageAnswer | "ready") => message !== "ready" && resolve(message);
        const onExit = () => {
          // Not the picture's fault: the program itself cannot run here.
          if (!ready) return reject(new Error("the image worker did not start"));
          onTrouble("the image worker ended while it read a picture");
          reject(broken());
        };
        const onError = (error: Error) => reject(error);
        worker.on("message", onMessage).once("exit", onExit).once("error", onError);
        stopListening = () => worker.off("message", onMessage).off("exit", onExit).off("error", onError);
        timer = setTimeout(() => {
          onTrouble("a picture took too long to read");
          reject(tooSlow());
          end();
        }, limits.timeMs);
        worker.send(job);
      });
    } finally {
      clearTimeout(timer);
      stopListening();
      if (child === worker) {
        holdOpen(worker, false);
        idle = setTimeout(end, limits.idleMs).unref();
      }
    }
  }

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (working) {
      if (queue.length >= limits.waiting) throw busy();
      await new Promise<void>((resolve) => queue.push(resolve));
    }
    working = true;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else working = false;
    }
  }

  return {
    async process(path, crop) {
      const answer = await inTurn(() => ask({ path, crop }));
      if (answer === "too-large") throw tooLarge();
      if (answer === "crop-outside") throw cropOutside();
      if (answer === "broken" || "error" in answer) throw broken();
      return answer;
    },
    waiting: () => queue.length,
    close: end,
  };
}
