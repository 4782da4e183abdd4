import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { type Header, type Manifest, names } from "../src/platform/backup/format.ts";
import { readArchive, readPart, readText } from "../src/platform/backup/read-archive.ts";
import { createArchiveWriter } from "../src/platform/backup/write-archive.ts";

const sha256 = (content: string | Buffer) => createHash("sha256").update(content).digest("hex");

/** Writes a backup as somebody could make it who knows the format: with another header or other rows, and hashes that fit. */
export async function rewriteBackup(
  from: string,
  to: string,
  change: {
    header?: (header: Header) => object;
    rows?: (table: string, rows: string) => string;
    /** Files are given another name, or left out. */
    rename?: (name: string) => string | undefined;
  },
): Promise<void> {
  const archive = createArchiveWriter();
  const written = pipeline(archive.output, createWriteStream(to));
  const tables: Manifest["tables"] = {};
  let headerText = "";
  let manifestText = "";
  for await (const entry of readArchive(createReadStream(from))) {
    const name = change.rename ? change.rename(entry.name) : entry.name;
    const table = /^tables\/(\w+)\/000000/.exec(entry.name)?.[1];
    if (entry.name === names.header) {
      const header = JSON.parse(await readText(entry)) as Header;
      headerText = JSON.stringify(change.header?.(header) ?? header);
      await archive.text(names.header, headerText);
    } else if (entry.name === names.manifest) {
      const manifest = JSON.parse(await readText(entry)) as Manifest;
      Object.assign(manifest.tables, tables);
      manifestText = JSON.stringify({ ...manifest, headerSha256: sha256(headerText) });
      await archive.text(names.manifest, manifestText);
    } else if (entry.name === names.manifestHash) {
      await archive.text(names.manifestHash, `${sha256(manifestText)}  ${names.manifest}\n`);
    } else if (table !== undefined && change.rows) {
      const before = (await readPart(entry)).toString("utf8");
      const rows = change.rows(table, before);
      tables[table] = {
        rows: rows.split("\n").length - 1,
        bytes: Buffer.byteLength(rows),
        sha256: sha256(rows),
      };
      await archive.part(`${names.tables}${table}/`, 0, Buffer.from(rows));
    } else if (name !== undefined) {
      const chunks: Buffer[] = [];
      for await (const chunk of entry.content) chunks.push(chunk);
      await archive.text(name, Buffer.concat(chunks));
    }
  }
  archive.end();
  await written;
}
