import { createHash } from "node:crypto";
import type pg from "pg";
import type { MigrationFolder } from "../database/migrate.ts";
import { listRecorded, readRecorded, tablesOf } from "../database/recorded-migrations.ts";
import {
  beginSnapshot,
  copyOut,
  holdStill,
  type Kept,
  listPartitionDays,
  listTables,
  lockTables,
  readSequences,
  serverVersion,
} from "./backup-queries.ts";
import { connect, hangUp } from "./connect.ts";
import { type Digest, formatVersion, type Header, type Manifest, type MediaMode, names } from "./format.ts";
import { countRows } from "./count-rows.ts";
import type { ArchiveWriter } from "./write-archive.ts";
import { writeMedia } from "./write-media.ts";

export interface BackupSource {
  databaseUrl: string;
  /** The folder that pictures are in. */
  mediaFolder: string;
  media: MediaMode;
  spaces: readonly MigrationFolder[];
  kept: Kept;
}

/** Writes all of a site as it is at one moment, while it runs. Aborted, it lets go of the database at once. */
export async function writeBackup(
  archive: ArchiveWriter,
  source: BackupSource,
  signal?: AbortSignal,
): Promise<Manifest> {
  const guard = await connect(source.databaseUrl);
  const client = await connect(source.databaseUrl).catch((error) => {
    hangUp(guard);
    throw error;
  });
  const letGo = () => {
    hangUp(client);
    hangUp(guard);
  };
  signal?.addEventListener("abort", letGo);
  try {
    signal?.throwIfAborted();
    if (!(await holdStill(guard)))
      throw new Error("Another backup of this site is under way. Wait until it is done.");
    const header = await openSnapshot(client, source);
    const headerText = `${JSON.stringify(header, null, 2)}\n`;
    await archive.text(names.header, headerText);
    const tables: Record<string, Digest> = {};
    for (const table of header.tables) {
      const copy = countRows(copyOut(client, table, source.kept.rows[table.name]));
      const digest = await archive.parts(`${names.tables}${table.name}/`, copy.content);
      tables[table.name] = { rows: copy.rows(), ...digest };
    }
    const sequences = await readSequences(
      client,
      header.tables.map(({ name }) => name),
    );
    const media = await writeMedia(archive, client, source);
    const manifest = { headerSha256: sha256(headerText), tables, sequences, media };
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    await archive.text(names.manifest, text);
    await archive.text(names.manifestHash, `${sha256(text)}  ${names.manifest}\n`);
    archive.end();
    return manifest;
  } finally {
    signal?.removeEventListener("abort", letGo);
    letGo();
  }
}

async function openSnapshot(client: pg.Client, { spaces, kept, media }: BackupSource): Promise<Header> {
  const migrations = await listRecorded(client);
  if (migrations.length === 0) throw new Error("There is no site in this database yet.");
  const own = tablesOf(await readRecorded(migrations, spaces));
  const tables = (await listTables(client)).filter(
    ({ name }) => own.has(name) && !kept.without.includes(name),
  );
  await beginSnapshot(client);
  await lockTables(
    client,
    tables.map(({ name }) => name),
  );
  return {
    format: formatVersion,
    createdAt: new Date().toISOString(),
    serverVersion: await serverVersion(client),
    migrations,
    partitions: await listPartitionDays(client),
    tables,
    media,
  };
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
