import { type Selectable } from "kysely";
import { type Static, Type } from "typebox";
import type { Tables } from "../database/tables.ts";
import { Choice } from "../http/schemas.ts";

export const MediaVariant = Type.Object({
  url: Type.String({ description: "Never changes its content; may be cached for ever." }),
  width: Type.Integer(),
  height: Type.Integer(),
  type: Choice("image/avif", "image/webp", "image/jpeg"),
});

export const Media = Type.Object(
  {
    id: Type.String(),
    url: Type.String({ description: "The largest JPEG, which everything can show." }),
    width: Type.Integer({ description: "Of the largest variant." }),
    height: Type.Integer(),
    alt: Type.String(),
    placeholder: Type.String({ description: "A ThumbHash in base64." }),
    variants: Type.Array(MediaVariant, {
      description: "The smallest type first, within a type the smallest width first.",
    }),
  },
  { $id: "Media" },
);
export type Media = Static<typeof Media>;

export type MediaRow = Pick<
  Selectable<Tables["media"]>,
  "id" | "width" | "height" | "alt" | "placeholder" | "variants"
>;

/** As `mediaJson` makes it in SQL: the last variant is the largest JPEG. */
export function presentMedia({ id, width, height, alt, placeholder, variants }: MediaRow): Media {
  return { id: String(id), url: variants.at(-1)!.url, width, height, alt, placeholder, variants };
}
