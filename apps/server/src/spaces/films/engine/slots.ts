import { classOf, memberWeight } from "./member-weight.ts";
import type { Constants } from "./constants.ts";
import { reviewQuality, reviewWeight } from "./review-value.ts";
import type { Film, Opinion, Review, Slot, Sum, User } from "./state.ts";

export function addTo(sum: Sum, w: number, x: number): void {
  sum.w += w;
  sum.x += x;
}

const isReview = (opinion: Opinion): opinion is Review => "aspects" in opinion;

/** films.md §3, Slot: which of the film's sums an opinion counts in. */
function slotOf(film: Film, { class: rank, epochId }: Opinion): Slot {
  if (rank === 2) return "proven";
  if (rank === 0) return "fresh";
  if (epochId === film.epochId) return "epoch";
  return film.heldEpochs.includes(epochId) ? "held" : "main";
}

function add(film: Film, opinion: Opinion, w: number): void {
  addTo(film[slotOf(film, opinion)], w, w * opinion.o);
  if (!isReview(opinion)) return;
  for (const [index, score] of opinion.aspects.entries())
    if (score !== null) addTo(film.aspects[index]!, w, w * (score - 1));
}

/** Takes an opinion out of the film's sums, as it was put in. */
export function take(film: Film, opinion: Opinion): void {
  if (opinion.active) add(film, opinion, -opinion.w);
}

/** Puts an opinion into the film's sums at what its member weighs today. */
export function give(film: Film, opinion: Opinion, user: Readonly<User>, constants: Constants): void {
  opinion.w = opinionWeight(opinion, user, constants);
  opinion.class = classOf(user);
  add(film, opinion, opinion.w);
}

function opinionWeight(opinion: Opinion, user: Readonly<User>, constants: Constants): number {
  const weight = memberWeight(user, constants);
  if (!isReview(opinion)) return weight;
  const quality = reviewQuality(opinion.likes, opinion.dislikes, constants.reviews);
  return reviewWeight(weight, opinion.depth, quality);
}
