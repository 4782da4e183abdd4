import type { Constants } from "./constants.ts";
import { type Draft, edit, read, write } from "./draft.ts";
import type { Film, Sum, User, Vote } from "./state.ts";
import { aspectNames } from "./events.ts";
import { externalBase } from "./external-base.ts";

const nothing = (): Sum => ({ w: 0, x: 0 });

/** The member to be changed; made when first mentioned (films.md §1). */
export function memberOf(draft: Draft, id: string): User {
  return edit(draft.users, id) ?? write(draft.users, id, newMember(id, draft.totals.constants));
}

/** The film to be changed; made when first mentioned. */
export function filmOf(draft: Draft, id: string): Film {
  return edit(draft.films, id) ?? write(draft.films, id, newFilm(id, draft.totals.constants));
}

/** The member as they are, for reading. */
export const getMember = (draft: Draft, id: string): Readonly<User> =>
  read(draft.users, id) ?? memberOf(draft, id);

/** Somebody who has said nothing yet. */
export function newMember(id: string, constants: Constants): User {
  return {
    id,
    tier: constants.start.tier,
    points: constants.start.points,
    stage: 0,
    activeDays: 0,
    lastDay: -1,
    films: 0,
    reviewDay: -1,
    reviewsThatDay: 0,
    helper: 0,
    voided: false,
    deleted: false,
    series: null,
  };
}

/** A film of which nobody has said anything. */
export function newFilm(id: string, constants: Constants): Film {
  const { base, kappa } = externalBase([], constants);
  return {
    id,
    base,
    kappa,
    proven: nothing(),
    main: nothing(),
    fresh: nothing(),
    epoch: nothing(),
    held: nothing(),
    aspects: aspectNames.map(nothing),
    epochId: 0,
    high: 0,
    low: 0,
    alarm: false,
    heldEpochs: [],
    opinions: 0,
    tier: null,
    series: null,
    seriesBegun: 0,
    waitUntil: 0,
  };
}

/** An opinion that says nothing yet. */
export const newOpinion = (user: string, film: string, ts: number): Vote => ({
  user,
  film,
  active: false,
  o: 0,
  w: 0,
  class: 0,
  epochId: 0,
  watchedIn: -1,
  high: 0,
  low: 0,
  heardIn: 0,
  ts,
});
