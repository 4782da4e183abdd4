import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

/** OWASP's recommendation for Argon2id (19 MiB, 2 passes, 1 lane). */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;
/** Each takes 19 MiB and a core for some 30 ms: more at once would only be slower. */
const atOnce = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function bounded<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** The password as it is kept: Argon2id in PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await bounded(() =>
    derive("argon2id", { message: password.normalize("NFC"), nonce, tagLength, ...cost }),
  );
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(tag)}`;
}

/** Takes as long for an unknown person (`stored` undefined) as for a known one. */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored ?? unknown);
  if (!match) throw new Error("a stored password hash has an unknown form");
  const [, memory, passes, parallelism, nonce, kept] = match;
  const expected = Buffer.from(kept!, "base64");
  const tag = await bounded(() =>
    derive("argon2id", {
      message: password.normalize("NFC"),
      nonce: Buffer.from(nonce!, "base64"),
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
      tagLength: expected.length,
    }),
  );
  return timingSafeEqual(tag, expected) && stored !== undefined;
}

const base64 = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
const unknown = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(Buffer.alloc(16))}$${base64(Buffer.alloc(tagLength))}`;
