import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { type ArchiveCursor, openArchive } from "./archive-cursor.ts";
import { countRows } from "./count-rows.ts";
import {
  BackupFault,
  type Digest,
  type Header,
  type Manifest,
  names,
  parseHeader,
  parseManifest,
  type TableShape,
} from "./format.ts";
import { hashed } from "./read-archive.ts";
import { readMedia } from "./read-media.ts";

/** What is done with a backup while it is read. Nothing of it is to be believed before all of it was read without an error. */
export interface BackupReader {
  begin(header: Header): Promise<void>;
  /** The rows of a table, as COPY wrote them. Not called for one without any. */
  rows(table: TableShape, content: AsyncIterable<Buffer>): Promise<void>;
  /** A picture's file. */
  media(name: string, content: AsyncIterable<Buffer>): Promise<void>;
  /** The hash of a picture's file that is not included. */
  listed(name: string, sha256: string): Promise<void>;
}

export type RowsDigest = Pick<Digest, "rows" | "sha256">;

/** Reads a backup from its beginning to its end. Throws a BackupFault, in words, when it is not whole and as it was written. */
export async function readBackup(
  source: Readable,
  reader: BackupReader,
): Promise<{ header: Header; manifest: Manifest }> {
  const archive = await openArchive(source);
  try {
    if (archive.entry()?.name !== names.header) throw new BackupFault("It is not a backup of Maru.");
    const headerText = await archive.text(names.header);
    const header = parseHeader(headerText);
    await reader.begin(header);
    const tables = await readTables(archive, header, reader);
    const media = await readMedia(archive, header.media, reader);
    const manifest = await readManifest(archive);
    if (manifest.headerSha256 !== sha256(headerText)) throw new BackupFault(`${names.header} is damaged.`);
    compareTables(manifest.tables, tables);
    if (media !== manifest.media.sha256)
      throw new BackupFault("It is damaged: the pictures are not those that were written.");
    return { header, manifest };
  } finally {
    await archive.close();
  }
}

async function readTables(archive: ArchiveCursor, header: Header, reader: BackupReader) {
  const tables: Record<string, RowsDigest> = {};
  for (const table of header.tables) {
    const folder = `${names.tables}${table.name}/`;
    let hash = sha256("");
    const counted = countRows(archive.parts(folder));
    const content = hashed(counted.content, (digest) => (hash = digest));
    if (archive.entry()?.name.startsWith(folder)) await reader.rows(table, content);
    tables[table.name] = { rows: counted.rows(), sha256: hash };
  }
  return tables;
}

async function readManifest(archive: ArchiveCursor): Promise<Manifest> {
  const text = await archive.text(names.manifest);
  if ((await archive.text(names.manifestHash)) !== `${sha256(text)}  ${names.manifest}\n`)
    throw new BackupFault(`${names.manifest} is damaged.`);
  return parseManifest(text);
}

/** Throws a BackupFault that names the first table whose rows differ from those that were written. */
export function compareTables(
  written: Readonly<Record<string, RowsDigest>>,
  read: Readonly<Record<string, RowsDigest>>,
): void {
  for (const name of new Set([...Object.keys(written), ...Object.keys(read)])) {
    const [one, other] = [written[name], read[name]];
    if (one?.sha256 !== other?.sha256 || one?.rows !== other?.rows)
      throw new BackupFault(
        `It is damaged: table ${name} has ${other?.rows ?? 0} rows where ${one?.rows ?? 0} were written, or other ones.`,
      );
  }
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
