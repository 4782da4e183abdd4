import { createHash } from "node:crypto";
import { fileName } from "../media/media-store.ts";
import { type ArchiveCursor, partName } from "./archive-cursor.ts";
import { BackupFault, type MediaMode, names } from "./format.ts";
import type { BackupReader } from "./read-backup.ts";
import { hashed, readPart } from "./read-archive.ts";
import { hashLine, mediaPath } from "./write-media.ts";

const hashLetters = 64;
/** Of `media/ab/` and the two spaces before it. */
const placeLetters = names.media.length + 3 + 2;

/** Reads files and hashes up to what comes after them. Answers the hash over all lines; throws a BackupFault when files and lines differ. */
export async function readMedia(
  archive: ArchiveCursor,
  mode: MediaMode,
  reader: BackupReader,
): Promise<string> {
  const files = createHash("sha256");
  const lines = createHash("sha256");
  let part = 0;
  for (let entry = archive.entry(); entry && entry.name !== names.manifest; entry = archive.entry()) {
    const file = entry.name.slice(names.media.length + 3);
    if (entry.name === partName(names.mediaHashes, part)) {
      const text = (await readPart(entry)).toString("utf8");
      lines.update(text);
      part++;
      if (mode === "manifest") for (const line of text.split("\n").slice(0, -1)) await tell(line);
    } else if (fileName.test(file) && entry.name === `${names.media}${mediaPath(file)}`) {
      let hash = "";
      await reader.media(
        file,
        hashed(entry.content, (digest) => (hash = digest)),
      );
      files.update(hashLine(file, hash));
    } else throw new BackupFault(`It holds ${JSON.stringify(entry.name)}, which does not belong there.`);
    await archive.advance();
  }
  const sha256 = lines.digest("hex");
  if (mode === "include" && files.digest("hex") !== sha256)
    throw new BackupFault("It is damaged: the pictures are not those that were written.");
  return sha256;

  async function tell(line: string): Promise<void> {
    const name = line.slice(hashLetters + placeLetters);
    const hash = line.slice(0, hashLetters);
    if (!fileName.test(name) || hashLine(name, hash) !== `${line}\n`)
      throw new BackupFault("The list of pictures is damaged.");
    await reader.listed(name, hash);
  }
}
