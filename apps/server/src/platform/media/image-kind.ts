export type ImageKind = "jpeg" | "png" | "webp" | "gif" | "avif";

/** How many bytes at the start of a file `imageKindOf` wants to see. */
export const headBytes = 64;

/**
 * What a file is by its first bytes; names and declared types are not believed. Undefined: nothing that is accepted here. In
 * particular no SVG, PDF or TIFF, whatever the image library could make of them.
 */
export function imageKindOf(head: Buffer): ImageKind | undefined {
  const text = (from: number, to: number) => head.toString("latin1", from, to);
  if (text(0, 3) === "\xff\xd8\xff") return "jpeg";
  if (text(0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return "webp";
  if (/^GIF8[79]a/.test(text(0, 6))) return "gif";
  if (text(4, 8) === "ftyp" && brandsOf(head).some((brand) => brand === "avif" || brand === "avis"))
    return "avif";
  return undefined;
}

/** The major brand and those it is compatible with; the four bytes between them are a version. */
function brandsOf(head: Buffer): string[] {
  const end = Math.min(head.length < 4 ? 0 : head.readUInt32BE(0), head.length);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) if (at !== 12) brands.push(head.toString("latin1", at, at + 4));
  return brands;
}
