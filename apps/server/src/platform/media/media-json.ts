import { type RawBuilder, sql } from "kysely";
import type { Media } from "./media-schema.ts";

/** A picture as the API shows it, as one JSON value in any statement; `alias` names the row of table `media`. */
export function mediaJson(alias: string): RawBuilder<Media> {
  const media = sql.table(alias);
  return sql<Media>`json_build_object(
    'id', ${media}.id::text, 'url', ${media}.variants -> -1 ->> 'url', 'width', ${media}.width, 'height', ${media}.height,
    'alt', ${media}.alt, 'placeholder', ${media}.placeholder, 'variants', ${media}.variants)`;
}
