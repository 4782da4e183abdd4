import { pictures } from "./art/catalogue.ts";
import { coverPicture, type CoverName } from "./art/covers.ts";
import { faces } from "./art/faces.ts";
import { filmPosters } from "./art/posters/index.ts";

/** A picture of the demo: one that a post carries, a face by its handle, a cover, or the poster of a film. */
export type DrawingKey = `picture:${string}` | `face:${string}` | `cover:${string}` | `poster:${string}`;

/** The drawing as SVG. Throws when there is none of that name. */
export function draw(key: DrawingKey): string {
  const [kind, name] = key.split(":") as [string, string];
  if (kind === "cover") return coverPicture(name as CoverName);
  const drawing = kind === "face" ? faces[name] : (kind === "poster" ? filmPosters : pictures)[name]?.draw;
  if (!drawing) throw new Error(`There is no drawing ${key}.`);
  return drawing();
}
