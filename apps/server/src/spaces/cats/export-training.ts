import { createHmac } from "node:crypto";
import { access, mkdir } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { resolve } from "node:path";
import sharp from "sharp";
import type { Platform } from "../../platform/platform.ts";
import { findBreed } from "./breeds.ts";
import { type ConsentedPicture, listConsented } from "./correction-queries.ts";
import { finish, putFile, readListed, type Sample } from "./training-set.ts";

const shortSide = 160;
const atOnce = 500;

/** The breeds that `ml/` has outputs for (see ml/maru_breed/labels.py); a cat of another one is an ordinary cat to it. */
const classes = new Set([
  "abyssinian",
  "bengal",
  "birman",
  "bombay",
  "british-shorthair",
  "egyptian-mau",
  "maine-coon",
  "persian",
  "ragdoll",
  "russian-blue",
  "siamese",
  "sphynx",
]);

/**
 * Where a picture belongs. Its name leads back to no member and to no address of the site, its split never changes, and both are the same in
 * every run.
 */
function sampleOf({ hash, breed }: ConsentedPicture, key: Buffer): Sample {
  const name = createHmac("sha256", key).update(hash).digest("hex").slice(0, 32);
  const split = Number.parseInt(name.slice(0, 8), 16) % 8 === 0 ? "val" : "train";
  const className = classes.has(breed) ? findBreed(breed)!.name.en.replaceAll(" ", "_") : "ordinary_cat";
  return { file: `${split}/${className}/member_${name}.jpg`, className, split, detail: breed };
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

type Deps = Pick<Platform, "db" | "media" | "secret">;

/** A small JPEG without anything of the original but what can be seen; undefined when its file is gone. */
async function shrink({ media }: Deps, { variants }: ConsentedPicture): Promise<Buffer | undefined> {
  const largest = variants.filter(({ type }) => type === "image/jpeg").at(-1);
  const file = largest && (await media.store.find(largest.url.slice("/media/".length)));
  if (!file) return undefined;
  return sharp(await buffer(file.stream()))
    .resize({ width: shortSide, height: shortSide, fit: "outside", withoutEnlargement: true })
    .jpeg({ quality: 85 })
    .toBuffer();
}

/**
 * `maru cats export-training DIR`: writes the pictures that members let the site learn from, and what they are of, as `ml/` reads them. Run
 * again, it adds what is new and takes out what was taken back; broken off, it goes on. Answers the exit code.
 */
export async function exportTraining(deps: Deps, args: string[]): Promise<number> {
  const [given, ...more] = args;
  if (given === undefined || given.startsWith("-") || more.length > 0) {
    console.error("It is: maru cats export-training DIR");
    return 2;
  }
  const folder = resolve(given);
  await mkdir(folder, { recursive: true });
  const listed = await readListed(folder);
  const key = await deps.secret("training-export");
  const samples: Sample[] = [];
  let added = 0;
  for (let after = 0; ;) {
    const pictures = await listConsented(deps.db, after, atOnce);
    for (const picture of pictures) {
      const sample = sampleOf(picture, key);
      if (!listed.has(sample.file) || !(await isThere(resolve(folder, sample.file)))) {
        const bytes = await shrink(deps, picture);
        if (!bytes) continue;
        if (await putFile(folder, sample.file, bytes)) added++;
      }
      samples.push(sample);
    }
    if (pictures.length < atOnce) break;
    after = pictures.at(-1)!.id;
  }
  const removed = await finish(folder, listed, samples);
  console.log(`${samples.length} pictures in ${folder}: ${added} new, ${removed} taken out.`);
  return 0;
}
