import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";

export interface StoredFile {
  bytes: number;
  stream(): Readable;
}

/** Where picture files are kept, by their names; a name never changes its content. */
export interface MediaStore {
  /** On disk when it resolves. Putting what is there already changes nothing. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  find(name: string): Promise<StoredFile | undefined>;
  /** Deletes every file of a picture. */
  remove(hash: string): Promise<void>;
  /** The hashes of all pictures, each with the time of its last change. */
  list(): AsyncIterable<{ hash: string; changedAt: Date }>;
}

export const fileName = /^([0-9a-f]{32})-\d{1,4}\.(avif|webp|jpg)$/;

/** Files in `folder`, spread over 256 folders by the first two letters of the hash. */
export function createDiskStore(folder: string): MediaStore {
  const folderOf = (hash: string) => join(folder, hash.slice(0, 2));
  const pathOf = (name: string) => join(folderOf(name), name);
  const isMissing = (error: NodeJS.ErrnoException) => error.code === "ENOENT";

  return {
    async put(name, bytes) {
      const target = pathOf(name);
      await mkdir(folderOf(name), { recursive: true });
      // Written beside and renamed: a file with its own name is always whole.
      const temporary = `${target}.${randomUUID()}.tmp`;
      const file = await open(temporary, "wx");
      try {
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(temporary, target);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await syncFolder(folderOf(name));
    },

    async find(name) {
      const path = pathOf(name);
      const found = await stat(path).catch((error) => {
        if (isMissing(error)) return undefined;
        throw error;
      });
      return found && { bytes: found.size, stream: () => createReadStream(path) };
    },

    async remove(hash) {
      for (const name of await namesIn(folderOf(hash))) {
        if (name.startsWith(hash)) await rm(join(folderOf(hash), name), { force: true });
      }
    },

    async *list() {
      for (const part of await namesIn(folder)) {
        if (!/^[0-9a-f]{2}$/.test(part)) continue;
        const seen = new Map<string, Date>();
        for (const name of await namesIn(join(folder, part))) {
          const { mtime } = await stat(join(folder, part, name)).catch(() => ({ mtime: new Date() }));
          const hash = name.slice(0, 32);
          if (mtime > (seen.get(hash) ?? new Date(0))) seen.set(hash, mtime);
        }
        for (const [hash, changedAt] of seen) yield { hash, changedAt };
      }
    },
  };

  /** A new name is on disk only when its folder is. Windows can neither do this nor needs it. */
  async function syncFolder(path: string): Promise<void> {
    if (process.platform === "win32") return;
    const handle = await open(path, "r");
    await handle.sync().finally(() => handle.close());
  }

  async function namesIn(path: string): Promise<string[]> {
    return readdir(path).catch((error) => {
      if (isMissing(error)) return [];
      throw error;
    });
  }
}
