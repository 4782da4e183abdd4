import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Logger } from "pino";
import type { Db, Tx } from "../database/database.ts";
import type { Id } from "../database/tables.ts";
import { invalid, Problem } from "../http/problem.ts";
import { headBytes, imageKindOf } from "./image-kind.ts";
import type { Crop } from "./image-plan.ts";
import { createImageProcessor } from "./image-processor.ts";
import {
  deleteUnattached,
  findPicture,
  insertMedia,
  listUnused,
  lockPicture,
  mayRemove,
  type Picture,
  sumBytes,
} from "./media-queries.ts";
import { type Media, presentMedia } from "./media-schema.ts";
import { createDiskStore, type MediaStore } from "./media-store.ts";

/** A file that was taken in but not yet looked at; `discard` must be called in the end. */
export interface Incoming {
  path: string;
  /** SHA-256 of its bytes, as hex. */
  hash: string;
  discard(): Promise<void>;
}

export interface MediaLibrary {
  store: MediaStore;
  /** Takes a file in, to disk. */
  receive(content: Readable): Promise<Incoming>;
  /** The picture of a file, its files made and stored. The same file with the same crop is made once. Refuses with a Problem. */
  prepare(incoming: Incoming, crop: Crop | undefined): Promise<Picture>;
  /** Gives a prepared picture to a person. Refused, to be tried again, when its files were removed since it was prepared. */
  keep(tx: Tx, ownerId: Id, alt: string, picture: Picture): Promise<Media>;
  /** Deletes the files of those pictures that nobody has any more. */
  removeUnused(hashes: string[]): Promise<void>;
  /** Deletes what was uploaded and never used, and files without a row. */
  sweep(): Promise<void>;
  /** What all pictures use. */
  bytes(): Promise<number>;
  /** How many pictures wait for the one that is being made. */
  waiting(): number;
  close(): void;
}

const extensions = { "image/avif": "avif", "image/webp": "webp", "image/jpeg": "jpg" } as const;
/** Files without a row are younger than this while their upload is under way. */
const graceMs = 60 * 60_000;

export function createMediaLibrary(deps: {
  db: Db;
  logger: Logger;
  dataDir: string;
  budgetBytes: number;
}): MediaLibrary {
  const { db, logger, dataDir, budgetBytes } = deps;
  const store = createDiskStore(join(dataDir, "media"));
  const incomingFolder = join(dataDir, "incoming");
  const processor = createImageProcessor((message) => logger.warn(message));
  const underWay = new Map<string, Promise<Picture>>();
  let used: number | undefined;

  async function make({ path }: Incoming, crop: Crop | undefined, hash: string): Promise<Picture> {
    const known = await findPicture(db, hash);
    if (known && (await hasFiles(known))) return known;
    if ((used ??= await sumBytes(db)) >= budgetBytes) {
      throw new Problem(507, "storage-full", "There is no room for more pictures on this site.");
    }
    const { files, placeholder } = await processor.process(path, crop);
    const variants = files.map(({ type, width, height }) => ({
      url: `/media/${hash}-${width}.${extensions[type]}`,
      width,
      height,
      type,
    }));
    // All files first, then the row: a row never names a file that is not there.
    for (const [index, { bytes }] of files.entries()) {
      await store
        .put(variants[index]!.url.slice("/media/".length), bytes)
        .catch((error: NodeJS.ErrnoException) => {
          if (error.code === "ENOSPC")
            throw new Problem(507, "storage-full", "The disk of this site is full.");
          throw error;
        });
    }
    const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
    used += bytes;
    const { width, height } = variants.at(-1)!;
    return { hash, width, height, bytes, placeholder, variants };
  }

  async function hasFiles(picture: Picture): Promise<boolean> {
    const found = await Promise.all(
      picture.variants.map(({ url }) => store.find(url.slice("/media/".length))),
    );
    return found.every((file) => file !== undefined);
  }

  async function removeUnused(hashes: string[]): Promise<void> {
    for (const hash of await listUnused(db, [...new Set(hashes)])) {
      await db.transaction().execute(async (tx) => {
        // What a backup keeps from being removed is found by the next sweep.
        if (!(await mayRemove(tx))) return;
        await lockPicture(tx, hash, "alone");
        const [unused] = await listUnused(tx, [hash]);
        if (unused && !underWay.has(unused)) await store.remove(unused);
      });
    }
    used = undefined;
  }

  return {
    store,
    removeUnused,
    bytes: async () => (used ??= await sumBytes(db)),
    waiting: () => processor.waiting(),

    async receive(content) {
      await mkdir(incomingFolder, { recursive: true });
      const path = join(incomingFolder, randomUUID());
      const hash = createHash("sha256");
      const discard = () => rm(path, { force: true });
      try {
        content.on("data", (chunk: Buffer) => hash.update(chunk));
        await pipeline(content, createWriteStream(path, { flags: "wx", mode: 0o600 }));
      } catch (error) {
        await discard();
        if ((error as NodeJS.ErrnoException).code === "ENOSPC")
          throw new Problem(507, "storage-full", "The disk of this site is full.");
        throw error;
      }
      return { path, hash: hash.digest("hex"), discard };
    },

    async prepare(incoming, crop) {
      const kind = imageKindOf(await headOf(incoming.path));
      if (!kind) throw new Problem(415, "unsupported-image", "Pictures are JPEG, PNG, WebP, AVIF or GIF.");
      const hash = createHash("sha256")
        .update(`${incoming.hash}\0${crop ? `${crop.x},${crop.y},${crop.size}` : ""}`)
        .digest("hex")
        .slice(0, 32);
      const same = underWay.get(hash);
      if (same) return same;
      const making = make(incoming, crop, hash);
      underWay.set(hash, making);
      return making.finally(() => underWay.delete(hash));
    },

    async keep(tx, ownerId, alt, picture) {
      await lockPicture(tx, picture.hash, "shared");
      if (!(await hasFiles(picture))) {
        const headers = { "retry-after": "1" };
        throw new Problem(503, "busy", "This picture was just removed. Try again.", { headers });
      }
      return presentMedia(await insertMedia(tx, ownerId, alt, picture));
    },

    async sweep() {
      await removeUnused(await deleteUnattached(db));
      const old = new Date(Date.now() - graceMs);
      let hashes: string[] = [];
      for await (const { hash, changedAt } of store.list()) {
        if (changedAt < old) hashes.push(hash);
        if (hashes.length < 500) continue;
        await removeUnused(hashes);
        hashes = [];
      }
      await removeUnused(hashes);
      for (const name of await readdir(incomingFolder).catch(() => [])) {
        const path = join(incomingFolder, name);
        const { mtime } = await stat(path).catch(() => ({ mtime: new Date() }));
        if (mtime < old) await rm(path, { force: true });
      }
    },

    close: () => processor.close(),
  };
}

/** Reads "x,y,size"; refuses anything else that is not empty. */
export function cropOf(
  text: string | undefined,
  parse: (text: string) => Crop | undefined,
): Crop | undefined {
  if (text === undefined || text === "") return undefined;
  const crop = parse(text);
  if (!crop) throw invalid("crop", "is x,y,size in whole pixels", "invalid-crop");
  return crop;
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
