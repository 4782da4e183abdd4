import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { constants, zstdCompress } from "node:zlib";
import { pack } from "tar-stream";
import { partName } from "./archive-cursor.ts";
import { partBytes } from "./format.ts";

const compress = promisify(zstdCompress);
/** Each part carries a checksum of its own, so that the tool `zstd -t` notices damage too. */
const params = { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 };

export interface ArchiveWriter {
  /** What is written, to be read while it is. */
  output: AsyncIterable<Uint8Array>;
  /** Gives up: whatever is written fails from now on. */
  abort(error: Error): void;
  text(name: string, text: string | Buffer): Promise<void>;
  /** One part under a folder's name, compressed. */
  part(folder: string, number: number, content: Buffer): Promise<void>;
  /** A text of any length under a folder's name, in parts. */
  parts(folder: string, content: AsyncIterable<Buffer>): Promise<{ bytes: number; sha256: string }>;
  /** A file of just that many bytes. Answers its hash. */
  file(name: string, bytes: number, content: Readable): Promise<string>;
  end(): void;
}

/** Writes a tar file; at any time little more than one part of it is in memory. */
export function createArchiveWriter(): ArchiveWriter {
  const output = pack();

  function whole(name: string, bytes: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      output.entry({ name, size: bytes.length }, bytes, (error) => (error ? reject(error) : resolve()));
    });
  }

  async function writePart(folder: string, number: number, content: Buffer): Promise<void> {
    await whole(partName(folder, number), await compress(content, { params }));
  }

  return {
    output: output as AsyncIterable<Uint8Array>,
    abort: (error) => output.destroy(error),
    text: (name, text) => whole(name, Buffer.from(text)),
    part: writePart,

    async parts(folder, content) {
      const hash = createHash("sha256");
      let bytes = 0;
      let count = 0;
      for await (const part of inParts(content)) {
        hash.update(part);
        bytes += part.length;
        await writePart(folder, count++, part);
      }
      return { bytes, sha256: hash.digest("hex") };
    },

    async file(name, bytes, content) {
      const hash = createHash("sha256");
      content.on("data", (chunk: Buffer) => hash.update(chunk));
      await pipeline(content, output.entry({ name, size: bytes }));
      return hash.digest("hex");
    },

    end: () => output.finalize(),
  };
}

async function* inParts(content: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (let chunk of content) {
    while (bytes + chunk.length >= partBytes) {
      const room = partBytes - bytes;
      yield Buffer.concat([...held, chunk.subarray(0, room)]);
      chunk = chunk.subarray(room);
      held = [];
      bytes = 0;
    }
    held.push(chunk);
    bytes += chunk.length;
  }
  if (bytes > 0) yield Buffer.concat(held);
}
