export interface Size {
  width: number;
  height: number;
}

/** A square of the picture as people see it (turned upright), in its own pixels. */
export interface Crop {
  x: number;
  y: number;
  size: number;
}

const photoWidths = [480, 960, 1920];
/** A square cut out of a picture is a face: a feed shows twenty of them, each as small as a fingertip. */
const squareWidths = [160, 480, 960];
/** Very tall pictures are bounded by their height: 2.5 times the width that they would have had. */
const tallest = 2.5;
/** A width is left out when the largest is hardly wider. */
const step = 1.25;

/** The sizes in which a picture is kept, smallest first: never enlarged, at least one, all of different width. */
export function sizesOf(upright: Size, crop: Crop | undefined): Size[] {
  const { width, height } = crop ? { width: crop.size, height: crop.size } : upright;
  const sizes = (crop ? squareWidths : photoWidths).map((bound) => {
    const scale = Math.min(1, bound / width, (bound * tallest) / height);
    return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  });
  const largest = sizes.at(-1)!;
  return sizes.filter((size) => size === largest || size.width * step <= largest.width);
}

export function fits(crop: Crop, { width, height }: Size): boolean {
  return crop.x + crop.size <= width && crop.y + crop.size <= height;
}

/** Reads "x,y,size"; undefined when it is not that. */
export function parseCrop(text: string): Crop | undefined {
  const match = /^(\d{1,5}),(\d{1,5}),([1-9]\d{0,4})$/.exec(text);
  return match ? { x: Number(match[1]), y: Number(match[2]), size: Number(match[3]) } : undefined;
}
