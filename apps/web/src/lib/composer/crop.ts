/** The middle of a picture as a square, in the kind it came in where the browser can write it. */
export async function cropToSquare(source: Blob): Promise<Blob> {
  const picture = await createImageBitmap(source);
  const side = Math.min(picture.width, picture.height);
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  canvas
    .getContext("2d")
    ?.drawImage(
      picture,
      (picture.width - side) / 2,
      (picture.height - side) / 2,
      side,
      side,
      0,
      0,
      side,
      side,
    );
  picture.close();
  const kind = source.type === "image/png" ? "image/png" : "image/jpeg";
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("The picture cannot be written"))),
      kind,
      0.92,
    ),
  );
}
