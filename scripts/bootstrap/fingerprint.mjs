import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";

/**
 * One hash over the names and contents of files and folders; what does not exist counts as such.
 * @param {string[]} places
 * @param {(place: string) => boolean} [skip] What to leave out, by its path within the place.
 * @param {string[]} [facts] What else the result depends on.
 */
export async function fingerprint(places, skip = () => false, facts = []) {
  const files = (await Promise.all(places.map((place) => filesUnder(place, "", skip)))).flat().sort();
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const hash = createHash("sha256");
  for (const fact of facts) hash.update(`${fact}\0`);
  files.forEach((file, index) => {
    const content = contents[index] ?? "";
    hash.update(`${path.relative(places[0] ?? "", file)}\0${content.length}\0`).update(content);
  });
  return hash.digest("hex");
}

/**
 * @param {string} place
 * @param {string} within
 * @param {(place: string) => boolean} skip
 * @returns {Promise<string[]>}
 */
async function filesUnder(place, within, skip) {
  const here = path.join(place, within);
  const found = await stat(here).catch(() => undefined);
  if (!found) return [];
  if (!found.isDirectory()) return [here];
  const names = (await readdir(here)).map((name) => path.join(within, name)).filter((name) => !skip(name));
  return (await Promise.all(names.map((name) => filesUnder(place, name, skip)))).flat();
}
