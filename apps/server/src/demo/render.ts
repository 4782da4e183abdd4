import { createHash } from "node:crypto";
import sharp, { type Sharp } from "sharp";
import { rgbaToThumbHash } from "thumbhash";

export interface RenderedFile {
  type: "image/webp" | "image/jpeg";
  width: number;
  height: number;
  bytes: Buffer;
}

export interface Rendered {
  hash: string;
  placeholder: string;
  /** In the order of `Media.variants`: the largest JPEG last. */
  files: RenderedFile[];
}

/** Of faces the first, of photos all: on a phone the widest but one fills the screen. */
const narrower = [160, 480, 720];

/** The files of a drawing. Fewer than uploads get, and quickly encoded: it is waited for when the site first starts. */
export async function render(drawing: string): Promise<Rendered> {
  const { data, info } = await sharp(Buffer.from(drawing))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixels = () => sharp(data, { raw: { width, height, channels } });
  const encode = async (type: RenderedFile["type"], image: Sharp): Promise<RenderedFile> => {
    const made = type === "image/webp" ? image.webp({ quality: 82, effort: 0 }) : image.jpeg({ quality: 84 });
    const { data: bytes, info: size } = await made.toBuffer({ resolveWithObject: true });
    return { type, width: size.width, height: size.height, bytes };
  };
  const reduced = await Promise.all(
    narrower
      .filter((bound) => bound * 1.25 < width)
      .map((bound) => pixels().resize({ width: bound }).raw().toBuffer({ resolveWithObject: true })),
  );
  const smaller = reduced.map(
    ({ data, info }) =>
      () =>
        sharp(data, { raw: { ...info } }),
  );
  const files = await Promise.all([
    ...smaller.map((image) => encode("image/webp", image())),
    encode("image/webp", pixels()),
    encode("image/jpeg", pixels()),
  ]);
  const tiny = await (smaller[0] ?? pixels)()
    .resize({ width: 100, height: 100, fit: "inside" })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    hash: createHash("sha256").update(drawing).digest("hex").slice(0, 32),
    placeholder: Buffer.from(rgbaToThumbHash(tiny.info.width, tiny.info.height, tiny.data)).toString(
      "base64",
    ),
    files,
  };
}
