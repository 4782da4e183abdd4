import { presets, takeSnapshot } from "../apps/server/src/spaces/films/engine/index.ts";
import { runAttacks } from "./film-ranks/attack-runs.ts";
import { type HonestYear, honestYear, marks } from "./film-ranks/honest-year.ts";
import { otherRankings } from "./film-ranks/rankings.ts";
import { promotedOfRing } from "./film-ranks/rings.ts";
import { type RingPlan, smallCommunity } from "./film-ranks/small-community.ts";
import { agreementTable, attackTable, meanOf, tierLines, tierTable } from "./film-ranks/tables.ts";
import { readOptions } from "./lib/options.ts";
import { type Goal, printReport } from "./lib/report.ts";
import { type Row, table } from "./lib/table.ts";

const { own } = readOptions({ seeds: "3", communities: "60" });
const seedsUpTo = (count: string) => Array.from({ length: Number(count) }, (_, index) => index + 1);

const years = seedsUpTo(own.seeds).map((seed) => honestYear(seed));
const year = years[0]!;
console.log(
  `\n${year.world.films.length} films, ${year.world.people.length} people, ${year.events} events in the first of ${years.length} years\n`,
);
console.log(agreementTable(years));

const attacks = runAttacks(year);
console.log(`\n${attackTable(attacks)}\n`);

const rings = promotedOfRings(year);
console.log(table(["ring", "promoted, no other readers", "promoted, three other readers a review"], rings));
console.log(`\n${tierTable(year)}\n\n${tierLines(year).join("\n")}\n`);

const small = playSmall();
console.log(
  table(
    ["two months of 50 people", "good writers", "plain writers", "ring, all for one", "ring, all alike"],
    small,
  ),
);

printGoals();

function promotedOfRings(of: HonestYear): Row[] {
  const snapshot = takeSnapshot(of.maru);
  return [30, 100, 200].map((size): Row => [
    String(size),
    promotedOfRing(of, snapshot, size, 0),
    promotedOfRing(of, snapshot, size, 3),
  ]);
}

/** The share of each kind of writer that is promoted, in the mean of many communities. */
function playSmall(): Row[] {
  return Object.entries({ "with the defaults": presets.default, "with `small`": presets.small }).map(
    ([name, constants]): Row => {
      const share = (plan: RingPlan, who: "good" | "plain" | "ring") => {
        const all = seedsUpTo(own.communities).map((seed) => smallCommunity(constants, seed, plan)[who]);
        return all.reduce((sum, one) => sum + one, 0) / all.length;
      };
      return [
        name,
        share("none", "good"),
        share("none", "plain"),
        share("one-up", "ring"),
        share("all-alike", "ring"),
      ];
    },
  );
}

function printGoals(): void {
  const leads = marks.map((day, mark): Goal => {
    const others = [...Object.keys(otherRankings), "external base alone"];
    const best = Math.max(...others.map((name) => meanOf(years, name, mark, "tau")));
    const lead = meanOf(years, "Maru", mark, "tau") - best;
    return { what: `day ${day}: τ over the best of the others`, measured: lead, unit: "", atLeast: 0.005 };
  });
  const harms = attacks.map(({ name, damage, atMost }): Goal => {
    return { what: `${name}: score moved`, measured: Math.abs(damage.score), unit: "", atMost };
  });
  const [, good, plain, oneUp, alike] = small[1] as [string, number, number, number, number];
  const isReached = printReport(
    "What films.md §8 and §10 ask for",
    [],
    [],
    [
      ...leads,
      ...harms,
      {
        what: "rings that raised somebody without other readers",
        measured: rings.filter((row) => Number(row[1]) > 0).length,
        unit: "",
        atMost: 0,
      },
      { what: "alarms in an honest year", measured: year.book.alarms, unit: "", atMost: 0 },
      { what: "`small`: good writers promoted", measured: good, unit: "", atLeast: 0.5 },
      {
        what: "`small`: ring of five over plain writers",
        measured: Math.max(oneUp, alike) - plain,
        unit: "",
        atMost: 0.06,
      },
    ],
  );
  process.exitCode = isReached ? 0 : 1;
}
