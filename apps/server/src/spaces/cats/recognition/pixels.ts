/** A picture as it is decoded: rows of red, green, blue, 8 bits each, `size` × `size`. */
export type Pixels = Uint8Array;

interface Normal {
  size: number;
  mean: readonly number[];
  deviation: readonly number[];
}

/** Writes a picture as the model wants it: one plane for each channel, normalised; from `at` on. */
export function normalise(
  pixels: Pixels,
  { size, mean, deviation }: Normal,
  into: Float32Array,
  at = 0,
  isMirrored = false,
): void {
  const plane = size * size;
  for (let channel = 0; channel < 3; channel++) {
    const scale = 1 / (255 * deviation[channel]!);
    const shift = mean[channel]! / deviation[channel]!;
    let to = at + channel * plane;
    for (let y = 0; y < size; y++)
      for (let x = 0; x < size; x++) {
        const column = isMirrored ? size - 1 - x : x;
        into[to++] = pixels[(y * size + column) * 3 + channel]! * scale - shift;
      }
  }
}

/** The picture that a model is checked with: computed, so that the check does not hang on an image library. */
export function stripes(size: number): Pixels {
  const pixels = new Uint8Array(size * size * 3);
  let at = 0;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      pixels[at++] = Math.floor((x * 255) / (size - 1));
      pixels[at++] = Math.floor((y * 255) / (size - 1));
      pixels[at++] = ((x >> 3) + (y >> 3)) % 2 === 0 ? 255 : 0;
    }
  return pixels;
}
