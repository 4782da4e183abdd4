/** What happens to films and members, as it stands in the log (films.md §1). `ts` is in milliseconds; the log's order decides. */
export type FilmEvent = { readonly id: string; readonly ts: number } & (
  | { readonly type: "user_join"; readonly user: string }
  | { readonly type: "film_add"; readonly film: string }
  | { readonly type: "film_base"; readonly film: string; readonly sites: readonly SiteRating[] }
  | { readonly type: "vote_set"; readonly user: string; readonly film: string; readonly v: Choice }
  | ({ readonly type: "review_put" } & ReviewPut)
  | { readonly type: "review_delete"; readonly review: string }
  | { readonly type: "react_set"; readonly user: string; readonly review: string; readonly v: Choice }
  | { readonly type: "strike"; readonly user: string; readonly level: 1 | 2 | 3 }
  | { readonly type: "review_remove"; readonly review: string }
  | { readonly type: "void_user" | "restore_user" | "user_delete"; readonly user: string }
  | { readonly type: "clear_flag"; readonly film: string }
  | { readonly type: "seed_tier"; readonly user: string; readonly tier: number }
  | { readonly type: "config_set"; readonly patch: object }
);

export type EventOf<T extends FilmEvent["type"]> = FilmEvent & { readonly type: T };

/** 1 likes, -1 dislikes, 0 takes back. */
export type Choice = 1 | -1 | 0;

export interface SiteRating {
  readonly site: string;
  readonly value: number;
  readonly count: number;
}

interface ReviewPut {
  readonly user: string;
  readonly film: string;
  readonly review: string;
  readonly aspects: AspectScores;
  readonly chars: number;
}

export const aspectNames = ["story", "acting", "directing", "visuals", "music"] as const;

/** From 1 to 10; at least one is given. */
export type AspectScores = Readonly<Partial<Record<(typeof aspectNames)[number], number>>>;
