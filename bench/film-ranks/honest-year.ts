import { type Fold, presets, startFold } from "../../apps/server/src/spaces/films/engine/index.ts";
import { type Agreement, agreement } from "./agreement.ts";
import { dayMs, yearOf } from "./history.ts";
import { type MemberBook, watchMembers } from "./member-book.ts";
import { maruOf, otherRankings, othersOf } from "./rankings.ts";
import { createTallies, type Tallies } from "./tally.ts";
import { createWorld, type World } from "./world.ts";

export const marks = [45, 120, 360];

export interface HonestYear {
  world: World;
  events: number;
  maru: Fold;
  tallies: Tallies;
  /** By ranking, one for each mark. */
  agreements: Record<string, Agreement[]>;
  book: MemberBook;
}

/** A year without attacks, seen by all rankings at once. */
export function honestYear(seed: number): HonestYear {
  const world = createWorld(seed);
  const maru = startFold();
  const book = watchMembers(maru);
  const variants: Record<string, { fold: Fold; hears: (type: string) => boolean }> = {
    Maru: { fold: maru, hears: () => true },
    "Maru, equal weights": { fold: startFold(presets["equal-weights"]), hears: () => true },
    "Maru, no base": { fold: startFold(), hears: (type) => type !== "film_base" },
    "external base alone": { fold: startFold(), hears: (type) => type === "film_base" },
  };
  const tallies = createTallies();
  const films = world.films.map(({ id }) => id);
  const truth = world.films.map(({ quality }) => quality);
  const agreements: Record<string, Agreement[]> = {};
  const measure = () => {
    const note = (name: string, scores: number[]) => (agreements[name] ??= []).push(agreement(truth, scores));
    for (const [name, { fold }] of Object.entries(variants)) note(name, maruOf(fold, films));
    for (const name of Object.keys(otherRankings)) note(name, othersOf(name, tallies, films));
  };

  const due = [...marks];
  let events = 0;
  for (const event of yearOf(world, seed)) {
    while (event.ts >= due[0]! * dayMs) {
      measure();
      due.shift();
    }
    for (const { fold, hears } of Object.values(variants)) if (hears(event.type)) fold.takeIn(event);
    book.look(event.ts);
    tallies.count(event);
    events++;
  }
  measure();
  book.look(360 * dayMs);
  return { world, events, maru, tallies, agreements, book };
}
