/** What services want to know of an event, beside the records that it changed (films.md §7, `out`). */
export type Note =
  | {
      readonly about: "points";
      readonly user: string;
      readonly delta: number;
      readonly because: PointsReason;
    }
  | { readonly about: "member-tier"; readonly user: string; readonly from: number; readonly to: number }
  | {
      readonly about: "member-series";
      readonly user: string;
      readonly direction: 1 | -1;
      readonly what: SeriesStep;
    }
  | { readonly about: "film-tier"; readonly film: string; readonly from: number | null; readonly to: number }
  | {
      readonly about: "film-series";
      readonly film: string;
      readonly direction: 1 | -1;
      readonly what: SeriesStep;
    }
  | { readonly about: "film-watch"; readonly film: string; readonly what: WatchStep };

/** `begun`, each game as it ends, and how the series ends: `dropped` when a moderator or a deletion ends it. */
export type SeriesStep = "begun" | "game-won" | "game-lost" | "won" | "lost" | "dropped";

/** `alarm` holds back what comes, `held` keeps an epoch back for moderators, `accepted` lets all of it count. */
export type WatchStep = "alarm" | "held" | "accepted";

/** Why points moved; a `reversal` is of a reaction whose member was voided. */
export type PointsReason =
  | { readonly kind: "reaction"; readonly review: string; readonly reactor: string }
  | { readonly kind: "reversal"; readonly review: string; readonly reactor: string }
  | { readonly kind: "review-gone"; readonly review: string }
  | { readonly kind: "strike"; readonly level: number };
