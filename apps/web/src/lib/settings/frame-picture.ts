/** Which part of a picture is kept: the middle of the frame, 0 to 1, and how much larger than needed it is drawn. */
export type Framing = { x: number; y: number; zoom: number };

type Size = { width: number; height: number };

/** The part of the picture inside the frame, in the picture's own pixels. */
export function partInFrame(picture: Size, aspect: number, { x, y, zoom }: Framing) {
  const widest = Math.min(picture.width, picture.height * aspect);
  const width = widest / zoom;
  const height = width / aspect;
  return { left: (picture.width - width) * x, top: (picture.height - height) * y, width, height };
}

/** Cuts the part out, no wider than needed. A photo stays a JPEG; what may be see-through becomes a PNG. */
export async function cutOut(source: Blob, aspect: number, framing: Framing, widest: number): Promise<Blob> {
  const picture = await createImageBitmap(source);
  const part = partInFrame(picture, aspect, framing);
  const width = Math.max(1, Math.round(Math.min(widest, part.width)));
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = Math.max(1, Math.round(width / aspect));
  canvas
    .getContext("2d")
    ?.drawImage(picture, part.left, part.top, part.width, part.height, 0, 0, canvas.width, canvas.height);
  picture.close();
  const kind = source.type === "image/jpeg" ? "image/jpeg" : "image/png";
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("The picture cannot be written"))),
      kind,
      0.92,
    ),
  );
}
