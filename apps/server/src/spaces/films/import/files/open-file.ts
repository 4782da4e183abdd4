import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { createGunzip } from "node:zlib";
import { BrokenFile } from "./broken-file.ts";

const chunkBytes = 2 ** 18;

/**
 * The bytes of a text file, unpacked where it is a gzip file, whatever it is called. `onRead` hears how many bytes of the file itself have come in.
 * Throws a BrokenFile after everything that could be read was handed out.
 */
export async function* openFile(
  path: string,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Buffer> {
  const name = basename(path);
  const kind = kindOf(await firstBytes(path));
  if (kind === "zip")
    throw new BrokenFile(`${name} is a zip archive: unpack it first, and name what was in it.`);
  if (kind === "utf-16")
    throw new BrokenFile(
      `${name} is written in UTF-16. Make it UTF-8: iconv -f UTF-16 -t UTF-8 ${name} > utf8-${name}`,
    );
  const bytes = readBytes(path, onRead);
  yield* kind === "gzip" ? unpack(name, bytes) : bytes;
}

async function* readBytes(path: string, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    onRead((chunk as Buffer).length);
    yield chunk as Buffer;
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new BrokenFile(`${path} cannot be opened: ${error.code ?? error.message}`, { cause: error });
  });
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw new BrokenFile(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code}`, {
      cause: error,
    });
  } finally {
    await file.close();
  }
}

function kindOf(first: Buffer): "gzip" | "zip" | "utf-16" | "text" {
  const starts = (...bytes: number[]) =>
    first.length >= bytes.length && bytes.every((byte, at) => first[at] === byte);
  if (starts(0x1f, 0x8b)) return "gzip";
  if (starts(0x50, 0x4b, 0x03, 0x04)) return "zip";
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) return "utf-16";
  return "text";
}

/**
 * A stream that fails throws away what nobody has fetched from it. So that nothing of a file that ends in the middle is lost, each chunk goes in only
 * when all that the one before has given is out.
 */
async function* unpack(name: string, packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  let failure: NodeJS.ErrnoException | undefined;
  let wake = () => {};
  const failed = (error?: Error | null) => {
    failure ??= error ?? undefined;
    wake();
  };
  gunzip.on("readable", () => wake()).on("error", failed);

  /** What comes out until what `put` puts in is through. */
  async function* outOf(put: (done: (error?: Error | null) => void) => void): AsyncGenerator<Buffer> {
    let isThrough = false;
    put((error) => {
      isThrough = true;
      failed(error);
    });
    for (;;) {
      const woken = new Promise<void>((resolve) => (wake = resolve));
      for (let out = gunzip.read() as Buffer | null; out; out = gunzip.read() as Buffer | null) yield out;
      if (isThrough || failure) return;
      await woken;
    }
  }

  try {
    for await (const chunk of packed) {
      yield* outOf((done) => gunzip.write(chunk, done));
      if (failure) break;
    }
    // What is missing at the end shows only when it has ended for those who read, too.
    if (!failure) yield* outOf((done) => gunzip.once("end", () => done()).end());
  } finally {
    gunzip.destroy();
  }
  if (failure) throw new BrokenFile(faultOf(name, failure), { cause: failure });
}

const faultOf = (name: string, { code, message }: NodeJS.ErrnoException) =>
  code === "Z_BUF_ERROR"
    ? `${name} ends in the middle: it was not copied or downloaded to its end`
    : `${name} is damaged (${message})`;
