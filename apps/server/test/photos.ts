import sharp, { type Sharp } from "sharp";

/** Pictures for tests, drawn here. */
export const plain = (background: string, side = 100): Sharp =>
  sharp({ create: { width: side, height: side, channels: 3, background } });

const halves = (above: string, below: string): Promise<Buffer> =>
  plain(above)
    .composite([
      { input: { create: { width: 100, height: 50, channels: 3, background: below } }, left: 0, top: 50 },
    ])
    .removeAlpha()
    .raw()
    .toBuffer();

const drawn = await halves("#f00", "#0f0");

/** Red above green: an Abyssinian to the model of colours. */
export const abyssinian = (): Sharp => sharp(drawn, { raw: { width: 100, height: 100, channels: 3 } });

/** Lies on its side in the file, and says so. */
export const turnedByExif = (): Promise<Buffer> =>
  abyssinian()
    .rotate(270)
    .toBuffer({ resolveWithObject: true })
    .then(({ data, info }) =>
      sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
        .withMetadata({ orientation: 6 })
        .jpeg({ quality: 95 })
        .toBuffer(),
    );

/** An Abyssinian that turns black. */
export async function animated(type: "gif" | "webp"): Promise<Buffer> {
  const frames = await Promise.all([abyssinian().png().toBuffer(), plain("#000").png().toBuffer()]);
  const film = sharp(frames, { join: { animated: true } });
  return type === "gif" ? film.gif().toBuffer() : film.webp({ lossless: true }).toBuffer();
}

/** Black that nobody sees. */
export const seeThrough = (): Promise<Buffer> =>
  sharp({ create: { width: 50, height: 50, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .png()
    .toBuffer();

/** Always the same. */
export function noise(side = 200): Promise<Buffer> {
  let state = 1;
  const bytes = Buffer.from(
    Array.from({ length: side * side * 3 }, () => (state = (state * 48_271) % 2_147_483_647) & 255),
  );
  return sharp(bytes, { raw: { width: side, height: side, channels: 3 } })
    .png()
    .toBuffer();
}

/** Few bytes, 49 megapixels, and all of them are needed at once. */
export const slow = (): Promise<Buffer> =>
  plain("#888", 7000).png({ progressive: true, compressionLevel: 1 }).toBuffer();

/** A PNG that says it has so many pixels on each side, and has eight. */
export async function bomb(side: number): Promise<Buffer> {
  const png = await plain("#123", 8).png().toBuffer();
  png.writeUInt32BE(side, 16);
  png.writeUInt32BE(side, 20);
  return png;
}

/** Twelve megapixels as a camera makes them: soft shapes with grain, some three megabytes. */
export async function fromCamera(): Promise<Buffer> {
  const [width, height] = [4000, 3000];
  const shapes = sharp(await noise(150)).resize(width, height, { fit: "fill", kernel: "cubic" });
  const grain = sharp(await noise(1000))
    .resize(width, height, { fit: "fill", kernel: "linear" })
    .modulate({ brightness: 0.3 });
  return shapes
    .composite([{ input: await grain.png({ compressionLevel: 1 }).toBuffer(), blend: "soft-light" }])
    .jpeg({ quality: 90 })
    .toBuffer();
}
