/** More would only take longer: what looks at it needs far less. */
const longestSide = 1600;
const smallEnough = 1_500_000;

/**
 * A photo as it is sent to be looked at: no larger than it needs to be, and without what the camera noted beside it, such as
 * the place. What the browser cannot read is sent as it is; the server says what is wrong with it.
 */
export async function photoToLookAt(photo: Blob): Promise<Blob> {
  const picture = await createImageBitmap(photo).catch(() => undefined);
  if (!picture) return photo;
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  if (scale === 1 && photo.size <= smallEnough && photo.type === "image/jpeg") {
    picture.close();
    return photo;
  }
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext("2d");
  if (!context) return photo;
  // What is see-through would turn black as a JPEG.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? photo), "image/jpeg", 0.9));
}

/** A photo that is on this site already. */
export async function photoAt(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The photo could not be read: ${response.status}`);
  return response.blob();
}
