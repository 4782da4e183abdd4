import type { Choice } from "../engine/index.ts";
import type { DemoReview } from "./read-reviews.ts";

/** What somebody does, by handles, the keys of films and those of reviews. */
export type Deed =
  | { type: "seed"; by: string; tier: number }
  | { type: "arrive"; film: string }
  | { type: "vote"; by: string; film: string; value: Choice }
  | { type: "review"; by: string; film: string; review: DemoReview }
  | { type: "react"; by: string; review: string; value: 1 | -1 };

export type Action = Deed & { at: number };

/** What a review goes by: nobody has two of one film. */
export const reviewKey = ({ film, by }: { film: string; by: string }): string => `${film}/${by}`;
