import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Ajv, type ErrorObject } from "ajv";
import { type Card, CardSchema } from "./card-schema.ts";

/** A model that cannot be used; the message says what is wrong with it, and what to do. */
export class ModelFault extends Error {}

const mostCardBytes = 1024 * 1024;

/** Reads `card.json`. Throws a ModelFault that names the field and what was expected of it. */
export async function readCard(folder: string): Promise<Card> {
  const file = join(folder, "card.json");
  let card: unknown;
  try {
    card = JSON.parse(await textOf(file));
  } catch (error) {
    if (error instanceof ModelFault) throw error;
    throw new ModelFault(`${file} is not JSON: ${(error as Error).message}`);
  }
  const fault = faultOf(card);
  if (fault !== undefined) throw new ModelFault(`${file}: ${fault}.`);
  return card as Card;
}

/** Compares the weights with the card. Throws a ModelFault when they are not those that the card is about. */
export async function checkWeights(folder: string, card: Card): Promise<void> {
  const file = join(folder, card.model);
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash).catch((error: unknown) => {
    throw notReadable(file, error);
  });
  const found = hash.digest("hex");
  if (found !== card.sha256)
    throw new ModelFault(
      `${file} is not the file that card.json is about: sha256 was expected to be ${card.sha256} and is ${found}.`,
    );
}

async function textOf(path: string): Promise<string> {
  const file = await open(path).catch((error: unknown) => {
    throw notReadable(path, error);
  });
  try {
    const { size } = await file.stat();
    if (size > mostCardBytes) throw new ModelFault(`${path} has more than a megabyte: that is no card.`);
    return await file.readFile("utf8").catch((error: unknown) => {
      throw notReadable(path, error);
    });
  } finally {
    await file.close();
  }
}

function notReadable(file: string, error: unknown): ModelFault {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return new ModelFault(`${file} is not there.`);
  return new ModelFault(`${file} cannot be read: ${message}`);
}

/** What is wrong with a card; undefined when nothing is. */
export function faultOf(card: unknown): string | undefined {
  const check = new Ajv({ strict: false }).compile(CardSchema);
  if (!check(card)) return wordsFor(check.errors![0]!);
  const { labels, input, check: test } = card as Card;
  if (labels.filter(({ kind }) => kind === "breed").length < 2)
    return "labels was expected to have at least two of kind breed";
  const twice = labels.find(({ id }, index) => labels.findIndex((other) => other.id === id) < index);
  if (twice) return `labels was expected to have each id once, and has ${twice.id} twice`;
  if (input.deviation.includes(0))
    return "input.deviation was expected to have no 0: values are divided by it";
  if (test.logits.length !== labels.length)
    return `check.logits was expected to have one number for each of the ${labels.length} labels, and has ${test.logits.length}`;
  return undefined;
}

function wordsFor({ instancePath, keyword, params, message = "is not valid" }: ErrorObject): string {
  const field = instancePath.slice(1).replaceAll("/", ".");
  if (keyword === "required") {
    const missing = String(params["missingProperty"]);
    return `${field === "" ? missing : `${field}.${missing}`} is missing`;
  }
  const allowed = params["allowedValues"] ?? (keyword === "const" && [params["allowedValue"]]);
  const expected = Array.isArray(allowed)
    ? `must be ${allowed.map((one) => JSON.stringify(one)).join(" or ")}`
    : message;
  return field === "" ? `the card ${expected}` : `${field} ${expected}`;
}
