import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { listMediaFiles } from "./backup-queries.ts";
import { type Manifest, type MediaMode, names } from "./format.ts";
import type { ArchiveWriter } from "./write-archive.ts";

/** Lines are written when they come to this many letters. */
const mostLetters = 1024 * 1024;

/** Where a picture's file lies below the folder of all pictures. */
export const mediaPath = (name: string): string => `${name.slice(0, 2)}/${name}`;

/** The line of a file, in the form that sha256sum reads. */
export const hashLine = (name: string, sha256: string): string =>
  `${sha256}  ${names.media}${mediaPath(name)}\n`;

/** The hashes of all picture files, and the files themselves where they are included. */
export async function writeMedia(
  archive: ArchiveWriter,
  client: pg.Client,
  { media, mediaFolder }: { media: MediaMode; mediaFolder: string },
): Promise<Manifest["media"]> {
  const missing: string[] = [];
  const digest = createHash("sha256");
  let [files, bytes, parts, lines] = [0, 0, 0, ""];

  async function writeLines(): Promise<void> {
    if (lines !== "") await archive.part(names.mediaHashes, parts++, Buffer.from(lines));
    digest.update(lines);
    lines = "";
  }

  for await (const batch of media === "none" ? [] : listMediaFiles(client)) {
    for (const name of batch) {
      const path = join(mediaFolder, mediaPath(name));
      const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      });
      if (!found) {
        missing.push(name);
        continue;
      }
      const hash =
        media === "include"
          ? await archive.file(`${names.media}${mediaPath(name)}`, found.size, createReadStream(path))
          : await hashFile(path);
      lines += hashLine(name, hash);
      files++;
      bytes += found.size;
    }
    if (lines.length > mostLetters) await writeLines();
  }
  await writeLines();
  return { files, bytes, sha256: digest.digest("hex"), missing };
}

/** The SHA-256 of a file. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
