import { unwatch, watch } from "./abuse-watch.ts";
import { touch } from "./activity.ts";
import { type Draft, edit, read, write } from "./draft.ts";
import type { EventOf } from "./events.ts";
import { evaluate, hear } from "./film-tiers.ts";
import type { Outcome } from "./outcome.ts";
import { filmOf, memberOf, newOpinion } from "./records.ts";
import { give, take } from "./slots.ts";
import { pairKey } from "./state.ts";

/** films.md §7, vote_set: the same again changes nothing but the time. */
export function setVote(draft: Draft, { user: userId, film: filmId, v, ts }: EventOf<"vote_set">): Outcome {
  const user = memberOf(draft, userId);
  const film = filmOf(draft, filmId);
  if (user.deleted) return "ignored";
  const key = pairKey(userId, filmId);
  const known = edit(draft.votes, key);
  if (known === undefined ? v === 0 : ts < known.ts || (v === 0 && !known.active)) return "dropped";

  const isNewFilm = known === undefined && read(draft.latestReviews, key) === undefined;
  touch(draft, user, isNewFilm ? filmId : undefined);
  const vote = known ?? write(draft.votes, key, newOpinion(userId, filmId, ts));
  if (known === undefined) film.opinions++;
  vote.ts = ts;
  const o = v > 0 ? 1000 : 0;
  if (v !== 0 && vote.active && vote.o === o) return "applied";

  take(film, vote);
  vote.active = v !== 0;
  if (v === 0) unwatch(film, vote);
  else {
    vote.o = o;
    vote.epochId = film.epochId;
    give(film, vote, user, draft.totals.constants);
    watch(draft, film, vote, user);
    hear(draft, film, vote, user);
  }
  evaluate(draft, film);
  return "applied";
}
