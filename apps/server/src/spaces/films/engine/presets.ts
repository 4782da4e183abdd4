import { type Constants, defaults } from "./constants.ts";

/** Every grown-up member's vote counts one, whatever their tier. Newcomers stay newcomers: that is what holds back made-up accounts. */
const equalWeights: Constants = {
  ...defaults,
  tiers: defaults.tiers.map((tier, index) => ({
    ...tier,
    weights: index < 2 ? [50, 400, 1000] : [1000, 1000, 1000],
  })),
};

/**
 * films.md §10: for some fifty people. Found with `npm run bench:film-ranks`, which plays two months of such a community: with
 * the defaults none of six good daily writers is promoted, with these somewhat more than half are, while a ring of five that
 * writes as everybody does fares as everybody does.
 */
const small: Constants = {
  ...defaults,
  // Bands three quarters as wide. From the start to the next tier it is 300 points: four friends' likes alone come to some
  // 200, so a ring needs readers, too. (At 160 points every third ring of five raised one of its own, at 300 every thirtieth.)
  tiers: [
    { ...defaults.tiers[0]!, floor: 0, upper: 150_00 },
    { ...defaults.tiers[1]!, floor: 150_00, upper: 650_00 },
    { ...defaults.tiers[2]!, floor: 650_00, upper: 1200_00 },
    { ...defaults.tiers[3]!, floor: 1200_00, upper: 1900_00 },
  ],
  start: { tier: 1, points: 350_00 },
  // Many come twice a week only. Ten days would take them more than a month, and what they say before it is all but lost:
  // who reacts first with next to no weight has spent their first reaction.
  stages: [
    { days: 2, films: 3 },
    { days: 5, films: 5 },
  ],
  // A review has ten readers, not a hundred, and each should count: this gains good writers a third, a ring hardly anything.
  reactions: { ...defaults.reactions, crowd: 30 },
  // Two judges a game: six people decide a series, of whom a ring of five has four.
  series: { ...defaults.series, judgesPerGame: 2 },
  // Six grown-up votes bring a film without a base into the chart: more than a ring of five has, and more than one critic.
  score: { ...defaults.score, chartedFrom: 14 },
  // Nine different opinions decide over a film's tier, and a dozen new ones come before it is asked again.
  films: { ...defaults.films, opinionsPerRound: 3, pause: 12 },
};

/** What an operator can choose between. */
export const presets = {
  default: defaults,
  "equal-weights": equalWeights,
  small,
} satisfies Record<string, Constants>;
