import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A picture of the data set, by the path of its file below the folder. */
export interface Sample {
  file: string;
  className: string;
  split: "train" | "val";
  detail: string;
}

const header = "file,class,split,detail,source_repo,licence";
const source = "members of this site";
const licence = "consent of the member who took it; for training the site's model only";
/** Only such rows are ours: nothing outside the folder can be named by one. */
const row = /^((?:train|val)\/[A-Za-z_]+\/member_[0-9a-f]{32}\.jpg),[A-Za-z_]+,(?:train|val),[a-z-]+,/;

const lineOf = ({ file, className, split, detail }: Sample) =>
  `${file},${className},${split},${detail},${source},${licence}`;

/** The files that an earlier run has listed. Throws when the folder has a list that is not one of ours. */
export async function readListed(folder: string): Promise<Set<string>> {
  const text = await readFile(join(folder, "labels.csv"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return new Set();
  const [first, ...lines] = text.trimEnd().split("\n");
  const files = lines.map((line) =>
    line.endsWith(`,${source},${licence}`) ? row.exec(line)?.[1] : undefined,
  );
  if (first !== header || files.includes(undefined))
    throw new Error(`${join(folder, "labels.csv")} was not written by this command. Choose another folder.`);
  return new Set(files as string[]);
}

/** Puts a file in its place; false when the same is there already. Throws when something else is. */
export async function putFile(folder: string, file: string, bytes: Uint8Array): Promise<boolean> {
  const path = join(folder, file);
  const there = await readFile(path).catch(() => undefined);
  if (there) {
    if (there.equals(bytes)) return false;
    throw new Error(`${path} is something else already. Choose another folder.`);
  }
  await mkdir(dirname(path), { recursive: true });
  await replace(path, bytes);
  return true;
}

/** What is no longer given goes, and the list says what there is now. */
export async function finish(
  folder: string,
  listed: ReadonlySet<string>,
  samples: readonly Sample[],
): Promise<number> {
  const kept = new Set(samples.map(({ file }) => file));
  const gone = [...listed].filter((file) => !kept.has(file));
  const lines = samples.map(lineOf).sort();
  // The list first: it never names a file that is not there.
  await replace(join(folder, "labels.csv"), `${[header, ...lines].join("\n")}\n`);
  for (const file of gone) await rm(join(folder, file), { force: true });
  return gone.length;
}

/** Written beside and renamed: what has the name is whole. */
async function replace(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  await writeFile(temporary, content, { flag: "wx" });
  await rename(temporary, path);
}
