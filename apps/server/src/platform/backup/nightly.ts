import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import { sweepUnfinished, type WrittenBackup } from "./backup-file.ts";
import { expiredBackups, isDue } from "./retention.ts";

export interface NightlyBackup {
  /** Backs up when it is time, and deletes what is older than what is kept. To be called every few minutes. */
  run(now?: Date): Promise<void>;
  /** Ends the backup under way, which leaves nothing. */
  stop(): void;
}

/** A backup every night into one folder. What is there says when the next is due, so that one that failed is tried again. */
export function createNightlyBackup(deps: {
  folder: string;
  hour: number;
  keep: number;
  write(signal: AbortSignal): Promise<WrittenBackup>;
  logger: Logger;
}): NightlyBackup {
  const { folder, hour, keep, write, logger } = deps;
  const stopping = new AbortController();

  return {
    async run(now = new Date()) {
      const found = await readdir(folder).catch((error: Error) => {
        throw new Error(`MARU_BACKUP_DIR cannot be used: ${error.message}.`, { cause: error });
      });
      if (!isDue(found, hour, now)) return;
      await sweepUnfinished(folder);
      const began = Date.now();
      const { path, bytes, manifest } = await write(stopping.signal);
      const { files, missing } = manifest.media;
      const seconds = Math.round((Date.now() - began) / 1000);
      logger.info({ path, bytes, seconds, files, missing: missing.length }, "the site is backed up");
      // Only now that there is a newer one.
      for (const name of expiredBackups(await readdir(folder), keep)) {
        await rm(join(folder, name));
        logger.info({ path: join(folder, name) }, "an old backup is deleted");
      }
    },
    stop: () => stopping.abort(new Error("Maru is stopping.")),
  };
}
