import { setPriority } from "node:os";
import type { BackupTask, BackupAnswer } from "./backup-process.ts";
import { backUpSite } from "./site-backup.ts";

/** The program that writes the nightly backup: apart from the site, whose requests are answered first. */
const stop = new AbortController();
process.once("disconnect", () => stop.abort(new Error("The site has ended.")));
process.once("SIGTERM", () => stop.abort(new Error("The backup was interrupted; there is none.")));
try {
  setPriority(10);
} catch {
  // Not everywhere allowed, and only a courtesy.
}
process.once("message", async ({ config, databaseUrl, target, options }: BackupTask) => {
  const answer: BackupAnswer = await backUpSite(config, databaseUrl, target, {
    ...options,
    signal: stop.signal,
  }).then(
    (written) => ({ written }),
    (error: Error) => ({ error: error.message }),
  );
  if (process.connected) process.send!(answer, () => process.disconnect());
});
