import type { Review, Vote } from "../engine/index.ts";

/** What the members of one tier say of a film: votes by what they say, reviews, and the sums of weights and of weights times opinions (engine/state.ts). */
export interface Voices {
  people: number;
  likes: number;
  dislikes: number;
  reviews: number;
  w: number;
  x: number;
}

/** Of a film: its voices by tier, and its reviews by the rounded mean of their aspects, 1 to 10. */
export interface Audience {
  voices: Voices[];
  distribution: number[];
}

const silence = (): Voices => ({ people: 0, likes: 0, dislikes: 0, reviews: 0, w: 0, x: 0 });

export const emptyAudience = (tiers: number): Audience => ({
  voices: Array.from({ length: tiers }, silence),
  distribution: Array.from({ length: 10 }, () => 0),
});

export const peopleIn = ({ voices }: Audience): number => voices.reduce((sum, { people }) => sum + people, 0);

/** What one member says of one film. */
export interface Said {
  vote: Readonly<Pick<Vote, "active" | "o" | "w">> | undefined;
  review: Readonly<Review> | undefined;
  tier: number;
}

/** Adds what a member says to a film's audience, or takes it out again (`times` -1). Who is voided weighs nothing, and is nobody. */
export function countIn(audience: Audience, { vote, review, tier }: Said, times: 1 | -1): void {
  const mine = audience.voices[tier]!;
  const hasVote = vote?.active === true && vote.w > 0;
  const hasReview = review?.active === true && review.w > 0;
  if (hasVote || hasReview) mine.people += times;
  if (hasVote) {
    if (vote.o > 0) mine.likes += times;
    else mine.dislikes += times;
    mine.w += times * vote.w;
    mine.x += times * vote.w * vote.o;
  }
  if (!hasReview) return;
  mine.reviews += times;
  mine.w += times * review.w;
  mine.x += times * review.w * review.o;
  audience.distribution[meanOf(review.aspects) - 1]! += times;
}

function meanOf(aspects: readonly (number | null)[]): number {
  const given = aspects.filter((score) => score !== null);
  return Math.round(given.reduce((sum, score) => sum + score, 0) / given.length);
}
