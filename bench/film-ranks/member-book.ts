import type { Fold } from "../../apps/server/src/spaces/films/engine/index.ts";
import { dayMs } from "./history.ts";

/** How members and films moved over a year. */
export interface MemberBook {
  pages: Page[];
  promotions: { won: number; lost: number };
  demotions: { survived: number; lost: number };
  /** Tier changes of members that were undone within thirty days, of films at any time. */
  membersReversed: number;
  filmsReversed: number;
  filmsMoved: number;
  alarms: number;
  look(ts: number): void;
}

export interface Page {
  day: number;
  /** How many are at each tier. */
  tiers: number[];
  promoted: number;
  demoted: number;
  inSeries: number;
}

const pagesOn = [30, 162, 294, 360];

/** Reads along after each event of a fold. */
export function watchMembers(fold: Fold): MemberBook {
  const due = [...pagesOn];
  const lastMoves = new Map<string, { up: boolean; ts: number }>();
  let [promoted, demoted] = [0, 0];
  const book: MemberBook = {
    pages: [],
    promotions: { won: 0, lost: 0 },
    demotions: { survived: 0, lost: 0 },
    membersReversed: 0,
    filmsReversed: 0,
    filmsMoved: 0,
    alarms: 0,
    look(ts) {
      while (ts >= due[0]! * dayMs) closePage(due.shift()!);
      for (const note of fold.notes) {
        if (note.about === "film-watch" && note.what === "alarm") book.alarms++;
        if (note.about === "member-series" && (note.what === "won" || note.what === "lost")) {
          if (note.direction > 0) book.promotions[note.what]++;
          else book.demotions[note.what === "won" ? "survived" : "lost"]++;
        }
        const isMember = note.about === "member-tier";
        if (!isMember && note.about !== "film-tier") continue;
        if (note.from === null) continue;
        const up = note.to > note.from;
        const who = isMember ? `u ${note.user}` : `f ${note.film}`;
        const last = lastMoves.get(who);
        const isReversal = last !== undefined && last.up !== up;
        if (isMember) {
          if (up) promoted++;
          else demoted++;
          if (isReversal && ts - last.ts < 30 * dayMs) book.membersReversed++;
        } else {
          book.filmsMoved++;
          if (isReversal) book.filmsReversed++;
        }
        lastMoves.set(who, { up, ts });
      }
    },
  };
  return book;

  function closePage(day: number) {
    const tiers = [0, 0, 0, 0];
    let inSeries = 0;
    for (const user of fold.users.values()) {
      tiers[user.tier]!++;
      if (user.series) inSeries++;
    }
    book.pages.push({ day, tiers, promoted, demoted, inSeries });
    [promoted, demoted] = [0, 0];
  }
}
