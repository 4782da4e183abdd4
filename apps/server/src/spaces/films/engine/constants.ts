/**
 * Every number of the engine, with its reason (films.md; the section is named). A state carries its own copy, so that a log
 * may change them (`config_set`) and a replay does the same again. Weights are milli-votes (1000 is one vote), points are
 * centipoints, opinions and thresholds permille.
 */
export interface Constants {
  readonly tiers: readonly Tier[];
  readonly start: { readonly tier: number; readonly points: number };
  readonly stages: readonly { readonly days: number; readonly films: number }[];
  readonly reactions: Reactions;
  readonly series: MemberSeriesRules;
  /** What a strike of level 1 and 2 costs. */
  readonly strikes: readonly number[];
  readonly reviews: ReviewRules;
  readonly base: BaseRules;
  readonly sites: Readonly<Record<string, Site>>;
  readonly score: ScoreRules;
  readonly watch: WatchRules;
  readonly films: FilmTierRules;
}

interface Tier {
  readonly floor: number;
  readonly upper: number;
  /** What a vote weighs at each stage. */
  readonly weights: readonly number[];
  /** τ: how much harder than a like a dislike of average reception hits. */
  readonly bar: number;
}

interface Reactions {
  readonly pointsPerVote: number;
  readonly crowd: number;
  readonly usualLikes: number;
  readonly usualAll: number;
  readonly fewestLikes: number;
  readonly mostLikes: number;
  readonly countedReviewsPerDay: number;
}

export interface MemberSeriesRules {
  readonly gamesToWin: number;
  readonly judgesPerGame: number;
  readonly usesPerReview: number;
  readonly expertsFrom: number;
  readonly demotionLenience: number;
  readonly landing: number;
  readonly setBack: number;
}

interface ReviewRules {
  readonly shortest: number;
  readonly charactersAtMost: number;
  readonly perAspect: number;
  readonly usualMean: number;
  readonly spread: number;
  readonly priorLikes: number;
  readonly priorAll: number;
  readonly usualShare: number;
  readonly leastQuality: number;
  readonly mostQuality: number;
}

interface BaseRules {
  readonly farthest: number;
  readonly prior: number;
  readonly intercept: number;
  readonly slope: number;
  readonly leastVotes: number;
  readonly moreVotes: number;
}

export interface Site {
  readonly transform: "as-it-is" | "log-odds";
  readonly mu: number;
  readonly s: number;
  readonly rho: number;
  readonly m: number;
}

interface ScoreRules {
  readonly correlated: number;
  readonly chartedFrom: number;
  readonly freshAtMost: number;
  readonly unprovenPerProven: number;
  readonly unprovenAnyway: number;
  readonly aspectPriorVotes: number;
  readonly aspectPrior: number;
}

interface WatchRules {
  readonly baseShare: number;
  readonly slack: number;
  readonly slackPerDeviation: number;
  readonly alarm: number;
  readonly agreement: number;
}

export interface FilmTierRules {
  readonly placed: readonly number[];
  readonly up: readonly number[];
  readonly down: readonly number[];
  readonly wins: readonly number[];
  readonly opinionsPerRound: number;
  readonly roundsToWin: number;
  readonly leastWeight: number;
  readonly pause: number;
}

export const defaults: Constants = {
  // §2. Bands widen upwards: a higher tier takes longer to cross. A newcomer's vote is next to nothing until they stayed.
  tiers: [
    { floor: 0, upper: 250_00, weights: [50, 100, 250], bar: 600 },
    { floor: 250_00, upper: 900_00, weights: [50, 400, 1000], bar: 800 },
    { floor: 900_00, upper: 1800_00, weights: [1600, 1600, 1600], bar: 1100 },
    { floor: 1800_00, upper: 3000_00, weights: [2500, 2500, 2500], bar: 1400 },
  ],
  start: { tier: 1, points: 600_00 },
  // §2. Three days make an account costly to farm by the thousand, ten days and ten films a habit.
  stages: [
    { days: 3, films: 5 },
    { days: 10, films: 10 },
  ],
  reactions: {
    // §2. A full vote's like of the best review moves 30 points.
    pointsPerVote: 3000,
    // §2. The ninth reaction to one review moves half as much as the first: no review carries a career.
    crowd: 8,
    // §2. g, how well reviews are received here, starts at 700 of 1000 and takes a thousand reactions to move.
    usualLikes: 700,
    usualAll: 1000,
    // §2. However a community votes, a dislike costs between one and six times what a like earns, before τ.
    fewestLikes: 500,
    mostLikes: 850,
    // §2. Writing more than three a day is filling pages.
    countedReviewsPerDay: 3,
  },
  series: {
    // §2. Best of five with three judges each: at least nine different people have to agree.
    gamesToWin: 3,
    judgesPerGame: 3,
    // §2. One review can win one game, not the series.
    usesPerReview: 3,
    // §2. From so many proven members on, one seat of each promotion game is theirs (Slashdot: judge the judges).
    expertsFrom: 30,
    // §2. Who holds a tier keeps it at somewhat less than average reception: grace against flip-flop.
    demotionLenience: 200,
    // §2. Shares of the band in permille: where one lands after a change, and how far a lost promotion sets back.
    landing: 250,
    setBack: 300,
  },
  // §2. A strike costs an evening's likes, the second a good review.
  strikes: [40_00, 120_00],
  reviews: {
    // §2. depth: 400 for being there, one for each of the first 400 characters, 40 for each aspect; 1000 at most.
    shortest: 400,
    charactersAtMost: 400,
    perAspect: 40,
    // §3. The mean of the aspects (0 to 1) at which half the people would like the film, and how sharply that turns.
    usualMean: 0.47,
    spread: 0.15,
    // §3. φ: a review's vote weighs by how it is received, from a quarter to one and a half; three votes of prior.
    priorLikes: 2100,
    priorAll: 3000,
    usualShare: 7,
    leastQuality: 250,
    mostQuality: 1500,
  },
  base: {
    // §4. No site moves a film more than three deviations; half a site's trust is a prior for the usual film.
    farthest: 3,
    prior: 0.5,
    // §4. An average film of an average site is liked by 73 of 100.
    intercept: 1,
    slope: 1.4,
    // §4. The base counts 8 votes, and up to 32 more when sites with many votes agree.
    leastVotes: 8,
    moreVotes: 32,
  },
  // §4. Mean μ, deviation s, trust ρ and half-way count m; fitted again each quarter by config_set and film_base.
  sites: {
    imdb: { transform: "as-it-is", mu: 6.4, s: 1.1, rho: 1, m: 2000 },
    metacritic: { transform: "as-it-is", mu: 58, s: 17, rho: 0.9, m: 15 },
    rt: { transform: "log-odds", mu: 0.45, s: 1.25, rho: 0.7, m: 40 },
    star5: { transform: "as-it-is", mu: 3.2, s: 0.55, rho: 1, m: 300 },
  },
  score: {
    // §4. Voters of one site are alike: no number of them is worth more than 300, so a full base keeps some 12 %.
    correlated: 300,
    // §4. The chart wants 24 votes of evidence; below that a film is shown apart.
    chartedFrom: 24,
    // §4. All newcomers together are at most five votes.
    freshAtMost: 5000,
    // §4. Members who are not proven outweigh the proven three times at most, plus forty votes that need nobody.
    unprovenPerProven: 3,
    unprovenAnyway: 40_000,
    // §4. Three votes at 60 of 100 stand behind each aspect.
    aspectPriorVotes: 3,
    aspectPrior: 1.8,
  },
  watch: {
    // §5. The yardstick trusts members more than the score does: a quarter of the base.
    baseShare: 0.25,
    // §5. Opinions that differ by less than this from the yardstick count as usual.
    slack: 200,
    slackPerDeviation: 2000,
    // §5. Some ten votes that all disagree. Smaller: honest debates ring. Larger: more of an attack comes through.
    alarm: 8_000_000,
    // §5. What was held is freed when proven members come within 150 permille of it.
    agreement: 150,
  },
  films: {
    // §6. The score (1e-4) from which a film is placed at tier 1 and 2.
    placed: [4500, 9100],
    // §6. A series opens beyond these; the gap between them is the hysteresis.
    up: [5000, 9100],
    down: [4500, 8800],
    // §6. What a round must reach, by the border it is about.
    wins: [500, 850],
    opinionsPerRound: 5,
    roundsToWin: 3,
    // §6. Only members of stage 2 are heard in a round.
    leastWeight: 1000,
    // §6. So many new opinions lie between two series.
    pause: 30,
  },
};
