import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { zstdDecompress } from "node:zlib";
import { type Extract, extract } from "tar-stream";
import { BackupFault, mostJsonBytes, partBytes } from "./format.ts";

type Entry = Extract extends AsyncIterable<infer E> ? E : never;

const decompress = promisify(zstdDecompress);

/** One file of an archive. Its content must be taken before the next is asked for. */
export interface ArchiveEntry {
  name: string;
  bytes: number;
  content: AsyncIterable<Buffer>;
}

/** The files of a tar file, in their order. Throws a BackupFault where it is cut off or none. */
export async function* readArchive(source: Readable): AsyncGenerator<ArchiveEntry> {
  const tar = extract();
  let sourceFault: Error | undefined;
  source.on("error", (error) => {
    sourceFault = error;
    tar.destroy(error);
  });
  source.pipe(tar);
  try {
    for await (const entry of tar) {
      const { name, size, type } = entry.header;
      if (type !== "file") throw new BackupFault(`It holds ${JSON.stringify(name)}, which is no file.`);
      yield { name, bytes: size, content: contentOf(entry, () => sourceFault) };
      // What nobody wanted is passed over.
      entry.resume();
    }
  } catch (error) {
    throw sourceFault ?? tarFault(error as Error);
  } finally {
    source.destroy();
    tar.destroy();
  }
}

/** A short file as text. */
export async function readText({ name, bytes, content }: ArchiveEntry): Promise<string> {
  if (bytes > mostJsonBytes) throw new BackupFault(`${name} is longer than it can be.`);
  return (await join(content)).toString("utf8");
}

/** A part as it was before it was compressed. */
export async function readPart({ name, bytes, content }: ArchiveEntry): Promise<Buffer> {
  // What cannot be compressed grows by a few bytes.
  if (bytes > partBytes + 65_536) throw new BackupFault(`${name} is longer than it can be.`);
  const packed = await join(content);
  return decompress(packed, { maxOutputLength: partBytes }).catch(() => {
    throw new BackupFault(`${name} is damaged.`);
  });
}

/** The content as it goes by; `done` is told its hash. */
export async function* hashed(
  content: AsyncIterable<Buffer>,
  done: (sha256: string) => void,
): AsyncIterable<Buffer> {
  const hash = createHash("sha256");
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
  done(hash.digest("hex"));
}

async function* contentOf(entry: Entry, sourceFault: () => Error | undefined): AsyncGenerator<Buffer> {
  try {
    yield* entry as AsyncIterable<Buffer>;
  } catch (error) {
    throw sourceFault() ?? tarFault(error as Error);
  }
}

async function join(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function tarFault(error: Error): Error {
  // The second is what a file says whose archive has ended in the middle of it.
  if (/Unexpected end of data|Stream was destroyed/i.test(error.message))
    return new BackupFault("It is cut off.");
  if (/Invalid tar header/i.test(error.message))
    return new BackupFault("It is damaged, or not a backup of Maru.");
  return error;
}
