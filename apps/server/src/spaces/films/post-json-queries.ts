import { sql } from "kysely";
import { mediaJson } from "../../platform/media/media-json.ts";

/** A film as posts show it, for a statement that has the film as `f`. */
export const postFilmJson = sql`json_build_object('id', f.id::text, 'name', coalesce(f.title_ko, f.title_en, f.title_original),
  'title', json_build_object('ko', f.title_ko, 'en', f.title_en, 'original', f.title_original), 'year', f.year,
  'photo', (select ${mediaJson("m")} from media m where m.id = f.poster_id))`;

const aspectsJson = sql`json_strip_nulls(json_build_object('story', r.aspects[1], 'acting', r.aspects[2], 'directing', r.aspects[3],
  'visuals', r.aspects[4], 'music', r.aspects[5]))`;

/** What a post `p` that is a review shows besides. */
export const reviewJson = sql`select json_build_object('title', coalesce(f.title_ko, f.title_en, f.title_original), 'film', ${postFilmJson},
      'aspects', ${aspectsJson}, 'spoiler', r.is_spoiler)
    from film_review r join film f on f.id = r.film_id where r.id = p.id`;
