import type { Readable } from "node:stream";
import { BackupFault } from "./format.ts";
import { type ArchiveEntry, readArchive, readPart, readText } from "./read-archive.ts";

/** Goes through an archive whose order is known. */
export interface ArchiveCursor {
  /** The file that it stands at; undefined after the last. */
  entry(): ArchiveEntry | undefined;
  advance(): Promise<void>;
  /** The text of the file that must be here; moves on. */
  text(name: string): Promise<string>;
  /** The parts under a folder's name that begin here; moves on behind them. */
  parts(folder: string): AsyncGenerator<Buffer>;
  close(): Promise<void>;
}

export const partName = (folder: string, number: number): string =>
  `${folder}${String(number).padStart(6, "0")}.zst`;

/** Stands at the first file. */
export async function openArchive(source: Readable): Promise<ArchiveCursor> {
  const entries = readArchive(source);
  let entry: ArchiveEntry | undefined;
  async function advance(): Promise<void> {
    const { value, done } = await entries.next();
    entry = done ? undefined : value;
  }
  await advance();

  return {
    entry: () => entry,
    advance,
    async text(name) {
      if (entry?.name !== name) throw new BackupFault(`It is cut off or damaged: ${name} is missing.`);
      const text = await readText(entry);
      await advance();
      return text;
    },
    async *parts(folder) {
      for (let number = 0; entry?.name.startsWith(folder); number++) {
        if (entry.name !== partName(folder, number))
          throw new BackupFault(`It is damaged: a part of ${folder} is missing.`);
        yield await readPart(entry);
        await advance();
      }
    },
    async close() {
      await entries.return(undefined);
    },
  };
}
