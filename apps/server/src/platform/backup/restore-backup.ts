import type { Readable } from "node:stream";
import type { MigrationFolder } from "../database/migrate.ts";
import { applyRecorded, readRecorded } from "../database/recorded-migrations.ts";
import { connect, hangUp } from "./connect.ts";
import { BackupFault, type Header, type Manifest } from "./format.ts";
import { readBackup } from "./read-backup.ts";
import type { MediaTarget } from "./restore-media.ts";
import {
  beginRestore,
  clearTables,
  completeTables,
  copyIn,
  createPartitions,
  expectTables,
  isEmptyDatabase,
  setSequences,
  type TakenOff,
} from "./restore-queries.ts";

export interface RestoreTarget {
  databaseUrl: string;
  media: MediaTarget;
  spaces: readonly MigrationFolder[];
}

export interface Restored {
  header: Header;
  manifest: Manifest;
  /** Files of pictures that are not included and not where they belong. */
  absent: number;
}

/**
 * Puts a backup into an empty database and an empty media folder: all of it or, when it throws, nothing. The schema is that of the backup
 * afterwards; `migrate` brings it up to date.
 */
export async function restoreBackup(source: Readable, target: RestoreTarget): Promise<Restored> {
  const { media } = target;
  const client = await connect(target.databaseUrl);
  let isDeciding = false;
  try {
    await beginRestore(client);
    if (!(await isEmptyDatabase(client)))
      throw new Error(
        "There is something in this database already, and nothing is overwritten. Restore into an empty one: another MARU_DATA_DIR, or another database in DATABASE_URL.",
      );
    let tables: string[] = [];
    let taken: TakenOff = { indexes: [], references: [] };
    let absent = 0;
    const { header, manifest } = await readBackup(source, {
      async begin({ migrations, partitions, tables: shapes, media: mode }) {
        if (mode === "include") await media.expectEmpty();
        const known = await readRecorded(migrations, target.spaces).catch((error: Error) => {
          throw new BackupFault(error.message);
        });
        await applyRecorded(client, known);
        await expectTables(client, shapes);
        await createPartitions(client, partitions);
        tables = shapes.map(({ name }) => name);
        taken = await clearTables(client, tables);
      },
      rows: (table, content) => copyIn(client, table, content),
      media: (name, content) => media.put(name, content),
      async listed(name, sha256) {
        if (!(await media.has(name, sha256))) absent++;
      },
    });
    await setSequences(client, tables, manifest.sequences);
    await completeTables(client, tables, taken);
    await media.place();
    isDeciding = true;
    await client.query("commit");
    return { header, manifest, absent };
  } catch (error) {
    if (isDeciding)
      throw new Error(
        `The database was lost at the very end (${(error as Error).message}), and it is not known whether it has everything. Start Maru on it: what is there is whole, or nothing is.`,
        { cause: error },
      );
    // Before anybody is told: what is asked next finds nothing in the way.
    await client.query("rollback").catch(() => {});
    await media.discard();
    throw error;
  } finally {
    hangUp(client);
  }
}
