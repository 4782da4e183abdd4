import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { env, InferenceSession, Tensor } from "onnxruntime-node";
import type { Card } from "./card-schema.ts";
import { decode, prepareDecoder } from "./decode.ts";
import { normalise, type Pixels, stripes } from "./pixels.ts";
import { stepBack, stepBackDecoders, thisThread } from "./priority.ts";
import type { Answered, Asked, WorkerAnswer, WorkerStart } from "./recognizer.ts";

/** The thread that decodes photos and asks the model: one session, which looks at one after the other. */

const { folder, card } = workerData as { folder: string; card: Card };
const { input, output, labels } = card;
const planes = 3 * input.size * input.size;
const one = new Float32Array(planes);
const both = new Float32Array(input.flip ? 2 * planes : 0);

const say = (message: WorkerStart | Answered) => parentPort!.postMessage(message);

async function ask(session: InferenceSession, values: Float32Array): Promise<Float32Array> {
  const photo = new Tensor("float32", values, [values.length / planes, 3, input.size, input.size]);
  const results = await session.run({ [input.name]: photo });
  return results[output.name]!.data as Float32Array;
}

async function logitsOf(session: InferenceSession, pixels: Pixels): Promise<number[]> {
  const values = input.flip ? both : one;
  normalise(pixels, input, values);
  if (input.flip) normalise(pixels, input, values, planes, true);
  const answers = await ask(session, values);
  return labels.map((_, index) =>
    input.flip ? (answers[index]! + answers[labels.length + index]!) / 2 : answers[index]!,
  );
}

/** What is wrong with the model itself; undefined when it gives the answer that its card promises. */
async function faultOf(session: InferenceSession): Promise<string | undefined> {
  for (const [field, name, names] of [
    ["input.name", input.name, session.inputNames],
    ["output.name", output.name, session.outputNames],
  ] as const)
    if (!names.includes(name)) return `${field} is ${name}, but ${card.model} has ${names.join(", ")}`;
  normalise(stripes(input.size), input, one);
  const answers = await ask(session, one).catch((error: Error) => error.message);
  if (typeof answers === "string")
    return `${card.model} does not take the input that the card describes: ${answers}`;
  if (answers.length !== labels.length)
    return `labels has ${labels.length} entries, but ${card.model} answers ${answers.length} numbers`;
  const most = Math.max(...card.check.logits.map((expected, index) => Math.abs(expected - answers[index]!)));
  return most <= card.check.tolerance
    ? undefined
    : `check.logits was expected from ${card.model}; its answer differs by up to ${most.toPrecision(3)}, where check.tolerance is ${card.check.tolerance}`;
}

let lastTurn: Promise<unknown> = Promise.resolve();

/** One after the other: they all use the same memory. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = lastTurn.then(work);
  lastTurn = turn.catch(() => {});
  return turn;
}

async function answer(session: InferenceSession, photo: Uint8Array): Promise<WorkerAnswer> {
  try {
    const pixels = await decode(photo, input);
    return pixels === "too-large"
      ? { refused: pixels }
      : { logits: await inTurn(() => logitsOf(session, pixels)) };
  } catch (error) {
    return { refused: /timeout/i.test((error as Error).message) ? "too-slow" : "broken" };
  } finally {
    stepBackDecoders();
  }
}

async function start(): Promise<InferenceSession> {
  stepBack(thisThread);
  prepareDecoder();
  env.logLevel = "error";
  return InferenceSession.create(join(folder, card.model), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: "sequential",
  });
}

try {
  const session = await start();
  const fault = await faultOf(session);
  parentPort!.on("message", async ({ id, photo }: Asked) => say({ id, ...(await answer(session, photo)) }));
  say(fault === undefined ? { started: true } : { fault });
} catch (error) {
  say({ fault: `${card.model} cannot be loaded: ${(error as Error).message}` });
}
