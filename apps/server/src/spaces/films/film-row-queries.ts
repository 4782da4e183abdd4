import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { mediaJson } from "../../platform/media/media-json.ts";
import type { Media } from "../../platform/media/media-schema.ts";
import type { Constants, FilmSeries } from "./engine/index.ts";
import type { Voices } from "./ranks/voices.ts";
import type { AgeRating, CreditRole, OfferKind } from "./vocabulary.ts";

export interface CreditRow {
  id: string;
  name: { ko: string | null; en: string | null };
  role: CreditRole;
  character: string | null;
}

export interface OfferRow {
  platform: string;
  kind: OfferKind;
  country: string;
  price: number | null;
  currency: string | null;
  url: string | null;
}

/** A film with all that a page of it shows. */
export interface FilmRow {
  id: Id;
  titleKo: string | null;
  titleEn: string | null;
  titleOriginal: string;
  year: number | null;
  genres: string[];
  runtimeMinutes: number | null;
  ageRating: AgeRating | null;
  synopsisKo: string | null;
  synopsisEn: string | null;
  poster: Media | null;
  posterPath: string | null;
  credits: CreditRow[];
  offers: OfferRow[];
  externalIds: { source: string; value: string }[];
  score: number;
  sort: number;
  evidence: number;
  isCharted: boolean;
  tier: 0 | 1 | 2 | null;
  people: number;
  series: FilmSeries | null;
  /** Of the engine as it runs now; null before its first event. */
  rules: Constants["films"] | null;
  voices: Voices[] | null;
  /** Of the one who asks. */
  vote: 1 | -1 | null;
  inWatchlist: boolean;
  following: boolean;
  reviewId: Id | null;
}

/** So many actors are shown with a film in a list. */
const actorsInLists = 3;

const creditsJson = (isFull: boolean) => sql`coalesce((
  select json_agg(json_build_object('id', c.person_id::text, 'name', json_build_object('ko', p.name_ko, 'en', p.name_en),
      'role', c.role, 'character', c.character)
    order by array_position(array['director', 'writer', 'actor'], c.role), c.position, c.person_id)
  from (select o.*, row_number() over (partition by role order by position, person_id) as place from film_credit o where o.film_id = f.id) c
  join film_person p on p.id = c.person_id
  where ${isFull ? sql`true` : sql`c.role = 'director' or c.role = 'actor' and c.place <= ${sql.lit(actorsInLists)}`}), '[]')`;

const offersJson = sql`coalesce((
  select json_agg(json_build_object('platform', o.platform, 'kind', o.kind, 'country', o.country, 'price', o.price,
      'currency', o.currency, 'url', o.url)
    order by array_position(array['stream', 'free', 'rent', 'buy', 'cinema'], o.kind), o.platform)
  from film_offer o where o.film_id = f.id), '[]')`;

const externalIdsJson = sql`coalesce((
  select json_agg(json_build_object('source', e.source, 'value', e.value) order by e.source)
  from film_external_id e where e.film_id = f.id and e.source <> 'own'), '[]')`;

const ofViewer = (accountId: Id | null): RawBuilder<unknown> =>
  accountId === null
    ? sql`null::smallint as vote, false as in_watchlist, false as following, null::bigint as review_id`
    : sql`(select value from film_vote v where v.film_id = f.id and v.account_id = ${accountId}) as vote,
        exists (select 1 from film_watchlist w where w.film_id = f.id and w.account_id = ${accountId}) as in_watchlist,
        exists (select 1 from topic_follow t where t.topic_id = f.id and t.account_id = ${accountId}) as following,
        (select v.id from film_review v where v.film_id = f.id and v.author_id = ${accountId}) as review_id`;

/** Those of the films that are shown, in the order given. What only a film's own page shows is left empty unless asked for. */
export async function selectFilmRows(
  db: Db | Tx,
  ids: readonly Id[],
  accountId: Id | null,
  { isFull = false }: { isFull?: boolean } = {},
): Promise<FilmRow[]> {
  if (ids.length === 0) return [];
  const ofPage = isFull
    ? sql`f.synopsis_ko, f.synopsis_en, ${externalIdsJson} as external_ids`
    : sql`null::text as synopsis_ko, null::text as synopsis_en, '[]'::json as external_ids`;
  const { rows } = await sql<FilmRow>`
    select f.id, f.title_ko, f.title_en, f.title_original, f.year, f.genres, f.runtime_minutes, f.age_rating, f.poster_path, ${ofPage},
      (select ${mediaJson("m")} from media m where m.id = f.poster_id) as poster, ${creditsJson(isFull)} as credits, ${offersJson} as offers,
      r.score, r.sort, r.evidence, r.is_charted, r.tier, r.people, s.state -> 'series' as series, s.voices,
      (select totals -> 'constants' -> 'films' from film_engine) as rules, ${ofViewer(accountId)}
    from unnest(${ids}::bigint[]) with ordinality as wanted(id, place)
    join film f on f.id = wanted.id join film_rank r on r.film_id = f.id left join film_state s on s.film_id = f.id
    where f.removed_at is null order by wanted.place
  `.execute(db);
  return rows;
}
