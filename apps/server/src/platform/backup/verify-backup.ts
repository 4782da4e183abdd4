import type { Readable } from "node:stream";
import { createHash } from "node:crypto";
import type { MigrationFolder } from "../database/migrate.ts";
import { beginSnapshot, copyOut, readSequences } from "./backup-queries.ts";
import { connect, hangUp } from "./connect.ts";
import { countRows } from "./count-rows.ts";
import { BackupFault } from "./format.ts";
import { compareTables, type RowsDigest } from "./read-backup.ts";
import { type Restored, restoreBackup } from "./restore-backup.ts";
import { createMediaProof } from "./restore-media.ts";

/** Restores a backup into an empty scratch database and compares what is there with what was written. Throws a BackupFault where they differ. */
export async function verifyBackup(
  source: Readable,
  scratch: { databaseUrl: string; mediaFolder: string; spaces: readonly MigrationFolder[] },
): Promise<Restored> {
  const { databaseUrl, mediaFolder, spaces } = scratch;
  const restored = await restoreBackup(source, { databaseUrl, spaces, media: createMediaProof(mediaFolder) });
  await compareRestored(databaseUrl, restored);
  return restored;
}

/** Throws a BackupFault unless a database has just the rows and sequences of a backup. */
export async function compareRestored(databaseUrl: string, { header, manifest }: Restored): Promise<void> {
  const client = await connect(databaseUrl);
  try {
    await beginSnapshot(client);
    const tables: Record<string, RowsDigest> = {};
    for (const table of header.tables) {
      const hash = createHash("sha256");
      const counted = countRows(copyOut(client, table));
      for await (const chunk of counted.content) hash.update(chunk);
      tables[table.name] = { rows: counted.rows(), sha256: hash.digest("hex") };
    }
    compareTables(manifest.tables, tables);
    const names = header.tables.map(({ name }) => name);
    const sequences = await readSequences(client, names);
    if (JSON.stringify(sequences) !== JSON.stringify(manifest.sequences))
      throw new BackupFault("Its sequences are not those that were written.");
  } finally {
    hangUp(client);
  }
}
