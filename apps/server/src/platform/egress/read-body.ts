import type { IncomingMessage } from "node:http";
import { pipeline, type Readable, type Transform } from "node:stream";
import { constants, createBrotliDecompress, createGunzip } from "node:zlib";

/** What a request may offer as `accept-encoding` when its answer is read here. */
export const acceptedEncodings = "gzip, br";

// What is cut off ends in the middle: what was there until then is wanted all the same.
const gunzip = () => createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
const unbrotli = () => createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
const decoders: Record<string, (() => Transform) | undefined> = {
  gzip: gunzip,
  "x-gzip": gunzip,
  br: unbrotli,
};

/** Why the body of an answer cannot be read, as its headers say; undefined when it can. */
export function encodingFault({ headers }: IncomingMessage): string | undefined {
  const encoding = encodingOf(headers["content-encoding"]);
  return encoding === "identity" || Object.hasOwn(decoders, encoding) ? undefined : "is encoded unreadably";
}

/**
 * The first `most` bytes of a body, decoded; neither more bytes than that come in, nor more out of those. Nothing further is listened to: the
 * caller hangs up. Throws when the answer breaks off or is not what its encoding says.
 */
export async function readBody(response: IncomingMessage, most: number): Promise<Buffer> {
  const decoder = decoders[encodingOf(response.headers["content-encoding"])]?.();
  const coming = firstOf(response, most);
  const body = decoder
    ? firstOf(
        pipeline(coming, decoder, () => {}),
        most,
      )
    : coming;
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const encodingOf = (header: string | undefined) => header?.trim().toLowerCase() || "identity";

async function* firstOf(source: Readable, most: number): AsyncGenerator<Buffer> {
  let left = most;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) return;
  }
}
