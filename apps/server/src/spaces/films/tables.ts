import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { Id } from "../../platform/database/tables.ts";
import type { CreditRole, OfferKind } from "./vocabulary.ts";

type Defaulted<T> = ColumnType<T, T | undefined, T>;
/** Written as JSON text. */
type Json = ColumnType<unknown, string | null | undefined, string | null>;

declare module "../../platform/database/tables.ts" {
  interface Tables {
    film: {
      id: Id;
      titleKo: Defaulted<string | null>;
      titleEn: Defaulted<string | null>;
      titleOriginal: string;
      otherTitles: Defaulted<string[]>;
      year: Defaulted<number | null>;
      genres: Defaulted<string[]>;
      runtimeMinutes: Defaulted<number | null>;
      ageRating: Defaulted<string | null>;
      synopsisKo: Defaulted<string | null>;
      synopsisEn: Defaulted<string | null>;
      posterId: Defaulted<Id | null>;
      posterPath: Defaulted<string | null>;
      createdAt: Defaulted<Date>;
      removedAt: Defaulted<Date | null>;
    };
    filmExternalId: { source: string; value: string; filmId: Id };
    filmPerson: {
      id: Id;
      nameKo: Defaulted<string | null>;
      nameEn: Defaulted<string | null>;
      born: Defaulted<number | null>;
      died: Defaulted<number | null>;
    };
    filmPersonExternalId: { source: string; value: string; personId: Id };
    filmCredit: {
      filmId: Id;
      personId: Id;
      role: CreditRole;
      position: number;
      character: Defaulted<string | null>;
    };
    filmOffer: {
      filmId: Id;
      platform: string;
      kind: OfferKind;
      country: Defaulted<string>;
      price: Defaulted<number | null>;
      currency: Defaulted<string | null>;
      url: Defaulted<string | null>;
    };
    filmSite: {
      id: string;
      name: string;
      measure: string;
      attribution: Defaulted<string>;
      url: Defaulted<string | null>;
    };
    filmRating: {
      filmId: Id;
      site: string;
      value: number;
      votes: number;
      ratedOn: ColumnType<Date, string, string>;
      toldAge: Defaulted<number>;
    };
    filmImport: {
      source: "imdb" | "movielens" | "file" | "tmdb";
      fingerprint: string;
      step: string;
      position: ColumnType<Record<string, number>, string, string>;
      counts: ColumnType<Record<string, number>, string, string>;
      startedAt: Defaulted<Date>;
      finishedAt: Defaulted<Date | null>;
    };
    filmChange: {
      id: Generated<Id>;
      filmId: Defaulted<Id | null>;
      accountId: Defaulted<Id | null>;
      status: "done" | "proposed" | "declined";
      before: Json;
      after: Json;
      note: Defaulted<string>;
      decidedBy: Defaulted<Id | null>;
      decidedAt: Defaulted<Date | null>;
    };
    filmModerator: { accountId: Id };
    filmVote: { filmId: Id; accountId: Id; value: 1 | -1; votedAt: Defaulted<Date> };
    filmWatchlist: { id: Generated<Id>; accountId: Id; filmId: Id };
    filmReview: {
      id: Id;
      filmId: Id;
      authorId: Id;
      aspects: (number | null)[];
      isSpoiler: Defaulted<boolean>;
    };
    filmReviewVote: { reviewId: Id; accountId: Id; value: 1 | -1 };
    filmDiaryImport: { id: Generated<Id>; accountId: Id };
    filmDiaryEntry: {
      importId: Id;
      filmId: Id;
      value: 1 | -1 | null;
      votedAt: Date | null;
      wishId: Id | null;
    };
    filmEvent: {
      id: GeneratedAlways<Id>;
      xid: ColumnType<string, never, never>;
      at: Defaulted<Date>;
      type: string;
      accountId: Defaulted<Id | null>;
      filmId: Defaulted<Id | null>;
      reviewId: Defaulted<Id | null>;
      value: Defaulted<number | null>;
      payload: Json;
      error: Defaulted<string | null>;
    };
    filmEngine: { onlyRow: Defaulted<boolean>; xid: string; eventId: Id; totals: Json };
    filmMember: { accountId: Id; tier: number; weight: number; state: Json };
    filmState: { filmId: Id; state: Json; voices: Json; distribution: number[]; people: number };
    filmOpinion: {
      accountId: Id;
      filmId: Id;
      at: number;
      isActive: boolean;
      opinion: number;
      weight: number;
      class: number;
      epoch: number;
      watchedIn: number;
      high: number;
      low: number;
      heardIn: number;
    };
    filmReviewState: {
      reviewId: Id;
      accountId: Id;
      filmId: Id;
      sympathy: number;
      isActive: boolean;
      state: Json;
    };
    filmReaction: {
      accountId: Id;
      reviewId: Id;
      placeOfMember: Generated<Id>;
      value: number;
      weight: number;
      place: number;
      points: number;
      at: number;
    };
    filmPair: { fromId: Id; toId: Id; count: number };
    filmRankEntry: {
      id: Id;
      accountId: Id;
      at: Date;
      kind: string;
      delta: Defaulted<number>;
      points: number;
      tier: number;
      reviewId: Defaulted<Id | null>;
      byTier: Defaulted<number | null>;
      detail: Defaulted<string | null>;
    };
    filmRank: {
      filmId: Id;
      sort: number;
      score: number;
      evidence: number;
      isCharted: boolean;
      tier: Defaulted<number | null>;
      inSeries: Defaulted<boolean>;
      heat: Defaulted<number>;
      people: Defaulted<number>;
      year: Defaulted<number | null>;
      isShown: Defaulted<boolean>;
      labels: Defaulted<string[]>;
    };
  }
}
