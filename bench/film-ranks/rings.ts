import type { Snapshot } from "../../apps/server/src/spaces/films/engine/index.ts";
import { goOn } from "./attack-field.ts";
import { mature } from "./attacks.ts";
import { dayMs } from "./history.ts";
import type { HonestYear } from "./honest-year.ts";
import { createRandom } from "./random.ts";

const reviewsEach = 5;

/**
 * How many of a ring reach tier 2: grown-up accounts that like all reviews of each other. `outsiders` others read each of
 * them, and like every second.
 */
export function promotedOfRing(
  year: HonestYear,
  snapshot: Snapshot,
  size: number,
  outsiders: number,
): number {
  const { fold, act } = goOn(year, snapshot);
  const random = createRandom(11);
  const ring = Array.from({ length: size }, (_, index) => `ring${index}`);
  const readers = [...fold.users.values()]
    .filter(({ stage, tier }) => stage === 2 && tier > 0)
    .map(({ id }) => id);
  mature({ act, films: year.world.films, film: "" }, ring);
  const aspects = { story: 9, acting: 9, directing: 9, visuals: 9, music: 9 };
  for (let round = 0; round < reviewsEach; round++) {
    for (const user of ring) {
      const film = year.world.films[random.below(year.world.films.length)]!.id;
      const review = `${user}-${round}`;
      act({ type: "review_put", user, film, review, aspects, chars: 400 });
      for (const other of ring) if (other !== user) act({ type: "react_set", user: other, review, v: 1 });
      for (let reader = 0; reader < outsiders; reader++) {
        const v = random.next() < 0.5 ? 1 : -1;
        act({ type: "react_set", user: readers[random.below(readers.length)]!, review, v });
      }
    }
    act({ type: "user_join", user: ring[0]! }, 2 * dayMs);
  }
  return ring.filter((user) => fold.users.get(user)!.tier >= 2).length;
}
