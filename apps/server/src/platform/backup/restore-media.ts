import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { hashFile, mediaPath } from "./write-media.ts";

/** Where the pictures of a backup go. */
export interface MediaTarget {
  /** Throws, in words, when there are pictures already. */
  expectEmpty(): Promise<void>;
  put(name: string, content: AsyncIterable<Buffer>): Promise<void>;
  /** Whether a file that is not included is where it belongs, as it was. */
  has(name: string, sha256: string): Promise<boolean>;
  /** Puts all files in place. */
  place(): Promise<void>;
  /** Leaves nothing of them. */
  discard(): Promise<void>;
}

/** Files come into a folder beside, which takes the name of the real one when all are there. */
export function createMediaTarget(folder: string): MediaTarget {
  const beside = `${folder}.restoring`;
  const parts = new Set<string>();
  let isPlaced = false;

  return {
    async expectEmpty() {
      const found = await readdir(folder).catch(ifMissing([]));
      if (found.length > 0)
        throw new Error(
          `There are pictures in ${folder} already. Move that folder away, or set another MARU_DATA_DIR.`,
        );
      await rm(beside, { recursive: true, force: true });
    },

    async put(name, content) {
      const path = join(beside, mediaPath(name));
      const part = dirname(path);
      if (!parts.has(part)) await mkdir(part, { recursive: true });
      parts.add(part);
      await pipeline(content, createWriteStream(path, { flags: "wx", flush: true }));
    },

    has: async (name, sha256) =>
      (await hashFile(join(folder, mediaPath(name))).catch(ifMissing(undefined))) === sha256,

    async place() {
      if (parts.size === 0) return;
      for (const part of parts) await syncFolder(part);
      await syncFolder(beside);
      await rmdir(folder).catch(ifMissing(undefined));
      await rename(beside, folder);
      isPlaced = true;
      await syncFolder(dirname(folder));
    },

    async discard() {
      if (isPlaced) await rename(folder, beside);
      await rm(beside, { recursive: true, force: true });
    },
  };
}

/** Reads the files to the end and keeps none; looks for those that are not included in a folder. */
export const createMediaProof = (folder: string): MediaTarget => ({
  ...createMediaTarget(folder),
  expectEmpty: async () => {},
  async put(_name, content) {
    for await (const _chunk of content);
  },
});

/** For what is restored without pictures. */
export const noMedia: MediaTarget = {
  expectEmpty: async () => {},
  put: async () => {},
  has: async () => true,
  place: async () => {},
  discard: async () => {},
};

const ifMissing =
  <T>(value: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === "ENOENT") return value;
    throw error;
  };

/** A new name is on disk only when its folder is. Windows can neither do this nor needs it. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}
