export { type Constants, defaults } from "./constants.ts";
export { type Decision, decide } from "./decide.ts";
export { type AspectScores, aspectNames, type Choice, type FilmEvent, type SiteRating } from "./events.ts";
export { externalBase } from "./external-base.ts";
export { isCharted, rankFilms } from "./film-order.ts";
export { aspectScores, cappedSum, filmScore } from "./film-score.ts";
export { type Fold, resumeFold, startFold, type Store, type Stores } from "./fold.ts";
export { memberWeight } from "./member-weight.ts";
export { posterior } from "./posterior.ts";
export { newFilm, newMember } from "./records.ts";
export { presets } from "./presets.ts";
export { reactionPoints, reactionWeight } from "./reaction-points.ts";
export type { Draft } from "./draft.ts";
export type { Note } from "./notes.ts";
export { emptyState, reduce, startTotals, type State } from "./reduce.ts";
export { listAspects, reviewDepth, reviewOpinion, reviewQuality } from "./review-value.ts";
export { type Snapshot, takeSnapshot } from "./snapshot.ts";
export {
  type Chain,
  type Film,
  type FilmSeries,
  type Lookup,
  type MemberSeries,
  type Pair,
  pairKey,
  type Reaction,
  type Review,
  type Sum,
  type Tables,
  type Totals,
  type User,
  type View,
  type Vote,
} from "./state.ts";
