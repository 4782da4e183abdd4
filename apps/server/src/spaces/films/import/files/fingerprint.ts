import { createHash } from "node:crypto";
import { open } from "node:fs/promises";

const sample = 2 ** 16;

/** The same for the same files read in the same way. Of each file its size, its beginning and its end are looked at: reading all would take as long as the import. */
export async function fingerprintOf(files: readonly string[], how: readonly unknown[]): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(how));
  for (const path of files) {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      hash.update(`\n${size}\n`);
      for (const position of [0, Math.max(0, size - sample)]) {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(sample), 0, sample, position);
        hash.update(buffer.subarray(0, bytesRead));
      }
    } finally {
      await file.close();
    }
  }
  return hash.digest("base64url");
}
