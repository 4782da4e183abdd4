import { stat } from "node:fs/promises";
import type { ImportWatch } from "./import-run.ts";

export interface Progress {
  /** So many bytes more have been read of the files. */
  read(bytes: number): void;
  /** What is being done from now on. */
  doing(what: string): void;
}

/** How far along the files an import is; one that is read twice is named twice. */
export async function createProgress(watch: ImportWatch, files: readonly string[]): Promise<Progress> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  let what = "";
  return {
    read(bytes) {
      done += bytes;
      watch.progress(total === 0 ? 1 : Math.min(1, done / total), what);
    },
    doing(next) {
      what = next;
    },
  };
}
