import type { AgeRating, CreditRole, OfferKind } from "../vocabulary.ts";

/** A film of the demo, and how it is received. */
export interface DemoFilm {
  /** Also the name of its poster. */
  key: string;
  titleKo: string;
  titleEn: string;
  titleOriginal: string;
  year: number;
  genres: string[];
  runtimeMinutes: number;
  ageRating: AgeRating;
  synopsisKo: string;
  synopsisEn: string;
  credits: { name: string; role: CreditRole; character?: string }[];
  offers: { platform: string; kind: OfferKind; price?: number }[];
  /** What sites think of it, in deviations from the usual film; none has rated it where this is missing. */
  acclaim?: number;
  /** How well known it is, 0 to 1. */
  fame: number;
  /** Which part of members like it. */
  charm: number;
  /** So many days ago it came, where it was not there from the beginning. */
  from?: number;
}
