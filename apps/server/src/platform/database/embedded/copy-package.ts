import { constants } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { refusal } from "./failure.ts";

const isUnneeded = (name: string) => name.endsWith(".a") || name === "pkgconfig" || name === "include";

/** Copies the package to `target` unless it is there, whole or not at all; `finish` runs before it gets its name. */
export async function copyPackage(source: string, target: string, finish: (copy: string) => Promise<void>) {
  const parent = dirname(target);
  await mkdir(parent, { recursive: true, mode: 0o755 });
  await refuseForeignFolder(parent);
  if (await stat(target).catch(() => undefined)) return refuseForeignFolder(target);

  const copy = await mkdtemp(join(parent, `.${basename(target)}-`));
  try {
    await copyFolder(source, copy);
    await finish(copy);
    await rename(copy, target);
  } catch (error) {
    await rm(copy, { recursive: true, force: true });
    // Another start was quicker: its copy is as good.
    if (!["EEXIST", "ENOTEMPTY"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

/** Programs are never run out of a folder that somebody else could have filled. */
async function refuseForeignFolder(folder: string) {
  const { uid, mode } = await stat(folder);
  const own = process.getuid?.() ?? uid;
  if (uid !== own || (mode & 0o022) !== 0)
    throw refusal(`${folder} can be changed by other users; remove it.`);
}

/** Readable by everybody whatever the umask was: the programs are public, and another account runs them. */
async function copyFolder(source: string, target: string) {
  await mkdir(target, { recursive: true });
  await chmod(target, 0o755);
  for (const entry of await readdir(source, { withFileTypes: true })) {
    if (isUnneeded(entry.name)) continue;
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory()) await copyFolder(from, to);
    if (!entry.isFile()) continue;
    await copyFile(from, to, constants.COPYFILE_FICLONE);
    await chmod(to, (await stat(from)).mode & 0o100 ? 0o755 : 0o644);
  }
}
