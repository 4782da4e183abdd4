import type { Id } from "../../../platform/database/tables.ts";
import { firstIdAt } from "../../../platform/database/id-time.ts";
import type { Note } from "../engine/index.ts";

/** A line of a member's ledger, as a row of `film_rank_entry`. */
export interface EntryRow {
  id: Id;
  account_id: Id;
  /** In milliseconds. */
  at: number;
  kind: "reaction" | "reversal" | "review-gone" | "strike" | "tier" | "series";
  delta: number;
  points: number;
  tier: number;
  review_id: Id | null;
  by_tier: number | null;
  detail: string | null;
}

/** Where a member stands after the event, by the engine's id of theirs. */
export type StandingOf = (user: string) => { tier: number; points: number };

/**
 * The id of a line: of the time of its event, as the ids of the site are, and the same whenever the log is folded anew, so that who was told of it is
 * not told again.
 */
const entryId = ({ id, at }: { id: Id; at: number }, place: number): Id =>
  firstIdAt(at) + ((id * 8 + place) % 4096);

/** What an event has told of members, in its order, as lines of their ledgers. */
export function entriesOf(
  notes: readonly Note[],
  event: { id: Id; at: number },
  standingOf: StandingOf,
): EntryRow[] {
  const { at } = event;
  return notes.flatMap((note, place): EntryRow[] => {
    if (note.about === "film-tier" || note.about === "film-series" || note.about === "film-watch") return [];
    const { tier, points } = standingOf(note.user);
    const line = {
      id: entryId(event, place),
      account_id: Number(note.user),
      at,
      delta: 0,
      points,
      tier,
      review_id: null,
      by_tier: null,
      detail: null,
    };
    switch (note.about) {
      case "member-tier":
        return [{ ...line, kind: "tier", detail: note.to > note.from ? "up" : "down" }];
      case "member-series": {
        const kind = note.direction > 0 ? "promotion" : "demotion";
        return [{ ...line, kind: "series", detail: `${kind} ${note.what}` }];
      }
      case "points": {
        const { because, delta } = note;
        const row = { ...line, kind: because.kind, delta };
        if (because.kind === "strike") return [{ ...row, detail: String(because.level) }];
        const by = "reactor" in because ? standingOf(because.reactor).tier : null;
        return [{ ...row, review_id: Number(because.review), by_tier: by }];
      }
    }
  });
}
