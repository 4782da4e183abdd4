import { type Draft, read, startDraft, write } from "./draft.ts";
import type { FilmEvent } from "./events.ts";
import { externalBase } from "./external-base.ts";
import { evaluate } from "./film-tiers.ts";
import * as moderation from "./moderation.ts";
import type { Outcome } from "./outcome.ts";
import { setReaction } from "./react.ts";
import { filmOf, memberOf } from "./records.ts";
import { deleteReview, putReview } from "./review.ts";
import type { View } from "./state.ts";
import { setVote } from "./vote.ts";

/** What one event does: the records as it leaves them, by table, and what services want to know. */
export interface Decision {
  readonly outcome: Outcome;
  readonly draft: Draft;
}

/** films.md §7. Reads the few records that the event touches, and changes nothing: what changed is in the draft. */
export function decide(view: View, event: FilmEvent): Decision {
  const draft = startDraft(view);
  return { outcome: settle(draft, event), draft };
}

/** Takes an event into a draft. The same event again is ignored. */
export function settle(draft: Draft, event: FilmEvent): Outcome {
  if (read(draft.seen, event.id)) return "ignored";
  write(draft.seen, event.id, true);
  if (event.ts > draft.totals.clock) draft.totals = { ...draft.totals, clock: event.ts };
  return handle(draft, event);
}

function handle(draft: Draft, event: FilmEvent): Outcome {
  switch (event.type) {
    case "vote_set":
      return setVote(draft, event);
    case "react_set":
      return setReaction(draft, event);
    case "review_put":
      return putReview(draft, event);
    case "review_delete":
      return deleteReview(draft, event);
    case "user_join":
      memberOf(draft, event.user);
      return "applied";
    case "film_add":
      filmOf(draft, event.film);
      return "applied";
    case "film_base": {
      const film = filmOf(draft, event.film);
      const { base, kappa } = externalBase(event.sites, draft.totals.constants);
      Object.assign(film, { base, kappa });
      evaluate(draft, film);
      return "applied";
    }
    case "strike":
      return moderation.strike(draft, event);
    case "review_remove":
      return moderation.removeReview(draft, event);
    case "void_user":
      return moderation.voidMember(draft, event);
    case "restore_user":
      return moderation.restoreMember(draft, event);
    case "user_delete":
      return moderation.deleteMember(draft, event);
    case "clear_flag":
      return moderation.clearFlag(draft, event);
    case "seed_tier":
      return moderation.seedTier(draft, event);
    case "config_set":
      return moderation.setConstants(draft, event);
  }
}
