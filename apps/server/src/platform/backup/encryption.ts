import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { ReadableStream } from "node:stream/web";
import { Decrypter, Encrypter } from "age-encryption";
import { BackupFault } from "./format.ts";

const shortest = 12;
const ageBegin = "age-encryption.org/v1\n";

/** The first line of a file that only the operator can read. Throws, in words, where there is none to use. */
export async function readPassphrase(path: string): Promise<string> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Error(`The passphrase cannot be read: ${error.message}.`);
  });
  const passphrase = text.split(/\r?\n/, 1)[0]!.trim();
  if ([...passphrase].length < shortest)
    throw new Error(`The first line of ${path} is the passphrase, of ${shortest} characters or more.`);
  return passphrase;
}

/** Encrypts as the tool `age -p` does, which can decrypt it too; or leaves it as it is when there is no passphrase. */
export async function encrypted(
  plain: AsyncIterable<Uint8Array>,
  passphrase: string | undefined,
): Promise<AsyncIterable<Uint8Array>> {
  if (passphrase === undefined) return plain;
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(ReadableStream.from(plain) as globalThis.ReadableStream<Uint8Array>);
}

/**
 * The plain bytes of a file, whether it is encrypted or not; it is read once and forward, so that a pipe will do. Throws a BackupFault where it
 * cannot be, as does reading what others have changed.
 */
export async function openPlain(path: string, passphrase: string | undefined): Promise<Readable> {
  const { head, content } = await begin(path);
  if (head !== ageBegin) {
    // Whoever can write where backups lie could put one of their own there; a passphrase is what they do not have.
    if (passphrase !== undefined)
      throw new BackupFault(
        "It is not encrypted, though there is a passphrase. If you trust it all the same, leave the passphrase out.",
      );
    return Readable.from(content, { objectMode: false });
  }
  if (passphrase === undefined)
    throw new BackupFault("It is encrypted. Give its passphrase with --passphrase-file FILE.");
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const plain = await decrypter
    .decrypt(ReadableStream.from(content) as globalThis.ReadableStream<Uint8Array>)
    .catch(async (error: Error) => {
      await content.return(undefined);
      throw new BackupFault(
        /no identity matched/.test(error.message)
          ? "The passphrase is not that of this backup."
          : `It cannot be decrypted (${error.message}).`,
      );
    });
  return Readable.from(checked(plain), { objectMode: false });
}

async function* checked(plain: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of plain) yield Buffer.from(chunk);
  } catch (error) {
    throw new BackupFault(`It is cut off or damaged: it cannot be decrypted (${(error as Error).message}).`);
  }
}

/** The first bytes of a file as text, and all of them. */
async function begin(path: string): Promise<{ head: string; content: AsyncGenerator<Buffer> }> {
  const chunks = createReadStream(path, { highWaterMark: 256 * 1024 })[Symbol.asyncIterator]();
  let first = Buffer.alloc(0);
  let isOver = false;
  try {
    while (first.length < ageBegin.length && !isOver) {
      const next = await chunks.next();
      if (next.done) isOver = true;
      else first = Buffer.concat([first, next.value as Buffer]);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new BackupFault(code === "ENOENT" ? "There is no such file." : `It cannot be read: ${message}.`);
  }
  async function* content(): AsyncGenerator<Buffer> {
    try {
      yield first;
      for (;;) {
        const { value, done } = await chunks.next();
        if (done) return;
        yield value as Buffer;
      }
    } finally {
      await chunks.return?.();
    }
  }
  return { head: first.toString("latin1", 0, ageBegin.length), content: content() };
}
