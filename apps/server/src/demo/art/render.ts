import sharp from "sharp";

export interface Rendered {
  width: number;
  height: number;
  bytes: Buffer;
}

/** A drawing as an image file. The same drawing gives the same bytes on the same machine. */
export async function renderJpeg(drawing: string): Promise<Rendered> {
  const { data, info } = await sharp(Buffer.from(drawing))
    .flatten({ background: "#fff" })
    .jpeg({ quality: 88 })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, bytes: data };
}
