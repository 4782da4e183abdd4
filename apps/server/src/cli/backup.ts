import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Config } from "../config.ts";
import type { WrittenBackup } from "../platform/backup/backup-file.ts";
import { backUpSite } from "../site-backup.ts";
import { openDatabase } from "./database.ts";

const usage = "maru backup FILE|FOLDER [--media include|manifest] [--passphrase-file FILE]";

/** `maru backup`: writes all of the site into one file, while it runs or not. Answers the exit code. */
export async function backup(config: Config, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { media: { type: "string" }, "passphrase-file": { type: "string" } },
  });
  const [target = config.backupDir, ...rest] = positionals;
  const media = values.media ?? config.backupMedia;
  if (target === undefined || rest.length > 0 || (media !== "include" && media !== "manifest")) {
    console.error(`It is: ${usage}`);
    return 2;
  }
  const began = Date.now();
  const stop = new AbortController();
  // Whoever interrupts it finds nothing that is unfinished.
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => stop.abort(new Error("The backup was interrupted; there is none.")));
  const database = await openDatabase(config, { beside: true });
  try {
    const passphraseFile = values["passphrase-file"] ?? config.backupPassphraseFile;
    const written = await backUpSite(config, database.url, resolve(target), {
      media,
      passphraseFile,
      signal: stop.signal,
    });
    console.log(`${described(written)}, in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
    for (const name of written.manifest.media.missing.slice(0, 10))
      console.error(`The picture file ${name} was missing already.`);
    return 0;
  } finally {
    await database.close();
  }
}

/** What a backup has in it, in a line. */
export function described({ path, bytes, manifest }: WrittenBackup): string {
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
  const { files, missing } = manifest.media;
  const lost = missing.length > 0 ? `, ${missing.length} picture files were missing already` : "";
  return `${path}: ${(bytes / 1e6).toFixed(1)} MB, ${rows} rows, ${files} picture files${lost}`;
}
