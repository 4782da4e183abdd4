import { Readable } from "node:stream";
import type { MigrationFolder } from "../database/migrate.ts";
import type { Kept } from "./backup-queries.ts";
import { type Restored, restoreBackup } from "./restore-backup.ts";
import { noMedia } from "./restore-media.ts";
import { compareRestored } from "./verify-backup.ts";
import { createArchiveWriter } from "./write-archive.ts";
import { writeBackup } from "./write-backup.ts";

/** Puts what is in one database into another, empty one, as a backup that is restored while it is written, and compares them. */
export async function moveDatabase(
  from: string,
  to: string,
  { spaces, kept }: { spaces: readonly MigrationFolder[]; kept: Kept },
): Promise<Restored> {
  const archive = createArchiveWriter();
  const source = Readable.from(archive.output, { objectMode: false });
  const writing = writeBackup(archive, { databaseUrl: from, mediaFolder: "", media: "none", spaces, kept });
  // The reader hears of it, and says so.
  writing.catch((error: Error) => archive.abort(error));
  const restored = await restoreBackup(source, { databaseUrl: to, media: noMedia, spaces }).catch(
    async (error: Error) => {
      archive.abort(error);
      await writing.catch(() => {});
      throw error;
    },
  );
  await writing;
  await compareRestored(to, restored);
  return restored;
}
