import sharp, { type Sharp } from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import { type Crop, fits, type Size, sizesOf } from "./image-plan.ts";

export const maxPixels = 50_000_000;

export interface EncodedFile extends Size {
  type: "image/avif" | "image/webp" | "image/jpeg";
  bytes: Uint8Array;
}

export interface EncodedImage {
  /** In the order of `Media.variants`. */
  files: EncodedFile[];
  placeholder: string;
}

/** Why a picture cannot be taken; `broken` also when it is not what its first bytes say. */
export type ImageFault = "too-large" | "broken" | "crop-outside";

/**
 * Makes every file of a picture anew from its pixels: upright, in sRGB, and nothing of the original but what can be seen. Of an
 * animation the first frame is kept. Throws an error of the image library on a picture that cannot be decoded in full.
 *
 * AVIF effort 1: at 1920 wide it takes 0.7 s of work where effort 4 takes 12 s, for files of the same size within 4 %.
 */
export async function encodeImage(path: string, crop: Crop | undefined): Promise<EncodedImage | ImageFault> {
  const header = await sharp(path, { limitInputPixels: false }).metadata();
  if (header.width * header.height > maxPixels) return "too-large";
  const upright = header.autoOrient;
  if (crop && !fits(crop, upright)) return "crop-outside";

  const sizes = sizesOf(upright, crop);
  const largest = sizes.at(-1)!;
  const source = sharp(path, {
    limitInputPixels: maxPixels,
    sequentialRead: true,
    failOn: "error",
  }).autoOrient();
  if (crop) source.extract({ left: crop.x, top: crop.y, width: crop.size, height: crop.size });
  const { data, info } = await source
    .resize({ ...largest, fit: "fill" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const pixels = () =>
    sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });

  const encoders: [EncodedFile["type"], (image: Sharp) => Sharp][] = [
    ["image/avif", (image) => image.avif({ quality: 52, effort: 1, chromaSubsampling: "4:2:0" })],
    ["image/webp", (image) => image.webp({ quality: 76, effort: 3 })],
    ["image/jpeg", (image) => image.flatten({ background: "#fff" }).jpeg({ quality: 78, mozjpeg: true })],
  ];
  const files = await Promise.all(
    encoders.flatMap(([type, encode]) =>
      sizes.map(async (size) => ({
        type,
        ...size,
        bytes: await encode(pixels().resize({ ...size, fit: "fill" })).toBuffer(),
      })),
    ),
  );
  return { files, placeholder: await placeholderOf(pixels()) };
}

/** A ThumbHash: some 25 bytes that show a blur of the picture until it is there. */
async function placeholderOf(image: Sharp): Promise<string> {
  const { data, info } = await image
    .resize({ width: 100, height: 100, fit: "inside", withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString("base64");
}
