import sharp, { type Metadata, type ResizeOptions } from "sharp";
import type { Card } from "./card-schema.ts";
import type { Pixels } from "./pixels.ts";

const mostPixels = 50_000_000;
/** What a pixel takes in memory differs tenfold (measured: 18 bytes in an AVIF); this keeps every picture below a quarter of a gigabyte. */
const mostPixelsOf = ({ format, depth }: Metadata) =>
  format === "heif" ? 12_000_000 : depth === "ushort" ? 25_000_000 : mostPixels;
/** The image library gives up by itself; a thread cannot be ended while it works. */
const mostSeconds = 3;

/** Only decoders of what is taken, and one core: the site's other work goes first. */
export function prepareDecoder(): void {
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ["VipsForeignLoad"] });
  const loaders = ["Jpeg", "Png", "Webp", "Nsgif", "Heif"];
  sharp.unblock({ operation: loaders.map((loader) => `VipsForeignLoad${loader}`) });
}

/**
 * A photo as the model sees it: upright, in sRGB, on white, the first frame of an animation. Throws an error of the image library for
 * what cannot be decoded in full.
 */
export async function decode(photo: Uint8Array, input: Card["input"]): Promise<Pixels | "too-large"> {
  const header = await sharp(photo, { limitInputPixels: false }).metadata();
  if (header.width * header.height > mostPixelsOf(header)) return "too-large";
  const { data, info } = await sharp(photo, {
    limitInputPixels: mostPixels,
    sequentialRead: true,
    failOn: "error",
  })
    .timeout({ seconds: mostSeconds })
    .autoOrient()
    .flatten({ background: "#fff" })
    .resize(resizeOf(input))
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`${info.channels} channels`);
  return data;
}

function resizeOf({ size, mean, resize }: Card["input"]): ResizeOptions {
  const to = { width: size, height: size, kernel: resize.kernel };
  const [r, g, b] = mean.map((value) => Math.round(value * 255));
  if (resize.rule === "contain")
    return { ...to, fit: "contain", background: { r, g, b } as { r: number; g: number; b: number } };
  return { ...to, fit: resize.rule === "cover" ? "cover" : "fill" };
}
