import { takeSnapshot } from "../../apps/server/src/spaces/films/engine/index.ts";
import { type Damage, damageOf, filmAt } from "./attack-field.ts";
import { type Field, fresh, honestCrowd, matured, maturedKnowing, members } from "./attacks.ts";
import type { HonestYear } from "./honest-year.ts";

export interface Attack {
  name: string;
  damage: Damage;
  /** How far films.md §8 lets it move the score, either way. */
  atMost: number;
}

/** Everything of films.md §8 that is done to one film, each to the end of the same year. */
export function runAttacks(year: HonestYear): Attack[] {
  const snapshot = takeSnapshot(year.maru);
  const good = filmAt(year, 51, 110);
  const bad = filmAt(year, 1715, 14);
  const bare = filmAt(year, 850, 110, false);
  const plans: [
    name: string,
    film: string,
    attack: (field: Field) => void,
    atMost: number,
    before?: (field: Field) => void,
  ][] = [
    [
      "1,000 fresh dislikes, a film with 10,000 honest votes",
      good,
      fresh(1000, -1),
      0.06,
      honestCrowd(10_000),
    ],
    ["1,000 fresh dislikes, a good film", good, fresh(1000, -1), 2.8],
    ["1,000 fresh likes, a bad film", bad, fresh(1000, 1), 5.5],
    ["1,000 matured dislikes in a day", good, matured(1000, -1), 0.05],
    ["1,000 matured dislikes in 60 days", good, matured(1000, -1, 60), 0.05],
    ["1,000 matured likes, a bad film", bad, matured(1000, 1), 8.3],
    ["1,000 matured likes, a film without a base", bare, matured(1000, 1), 14],
    ["300 members who are not proven brigade", good, members(300, [1], -1), 0.1],
    ["1,000 matured accounts that know the watch", good, maturedKnowing(1000), 13.6],
    ["30 matured likes, a bad film", bad, matured(30, 1), 20.8],
    ["30 proven members collude", good, members(30, [2, 3], -1), 23.5],
  ];
  return plans.map(([name, film, attack, atMost, before]) => {
    return { name, damage: damageOf(year, snapshot, film, attack, before), atMost };
  });
}
