import type { CreditRole, OfferKind } from "../vocabulary.ts";

/** What something is called elsewhere: `imdb tt0000001`. */
export interface ExternalId {
  source: string;
  value: string;
}

export const idKey = ({ source, value }: ExternalId): string => `${source} ${value}`;

export interface PersonInput {
  /** By the first that is known it is found. */
  ids: readonly ExternalId[];
  nameKo?: string | undefined;
  nameEn?: string | undefined;
  born?: number | undefined;
  died?: number | undefined;
}

export interface CreditInput {
  /** Without a name it has to be known already. */
  person: PersonInput;
  role: CreditRole;
  character?: string | undefined;
}

export interface OfferInput {
  platform: string;
  kind: OfferKind;
  country: string;
  price?: number | undefined;
  currency?: string | undefined;
  url?: string | undefined;
}

export interface RatingInput {
  /** A row of `film_site`. */
  site: string;
  value: number;
  votes: number;
  /** YYYY-MM-DD. */
  ratedOn: string;
}

export interface SiteInput {
  id: string;
  name?: string | undefined;
  measure: string;
  attribution?: string | undefined;
  url?: string | undefined;
}

/** A film as a source knows it. What is left out the source does not know; a list that is given is the whole list. */
export interface FilmInput {
  /** Where it stands in what it comes from, for what is said of it. */
  line: number;
  /** By the first that is known it is found. */
  ids: readonly ExternalId[];
  titleKo?: string | undefined;
  titleEn?: string | undefined;
  titleOriginal?: string | undefined;
  otherTitles?: readonly string[] | undefined;
  year?: number | undefined;
  genres?: readonly string[] | undefined;
  runtimeMinutes?: number | undefined;
  ageRating?: string | undefined;
  synopsisKo?: string | undefined;
  synopsisEn?: string | undefined;
  posterPath?: string | undefined;
  credits?: readonly CreditInput[] | undefined;
  offers?: readonly OfferInput[] | undefined;
  ratings?: readonly RatingInput[] | undefined;
}
