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

const small = 480;

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
  const reduced = await pixels().resize({ width: small }).raw().toBuffer({ resolveWithObject: true });
  const smaller = () => sharp(reduced.data, { raw: { ...reduced.info } });
  const files = await Promise.all([
    ...(width > small * 1.25 ? [encode("image/webp", smaller())] : []),
    encode("image/webp", pixels()),
    encode("image/jpeg", pixels()),
  ]);
  const tiny = await smaller()
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
