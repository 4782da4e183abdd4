import {
  type Constants,
  defaults,
  type MemberSeries,
  memberWeight,
  newMember,
  type User,
} from "../engine/index.ts";
import type { FilmRank } from "./rank-schemas.ts";
import type { MemberRow } from "./rank-queries.ts";

type Tier = FilmRank["tier"];

/** Somebody's rank; what is their own business only for themselves (films.md §9). Points are those of people: 250.00, not 25000. */
export function toRank(
  accountId: number,
  { user: known, constants: running, proven, votes, reviews }: MemberRow,
  isOwn: boolean,
  history: FilmRank["history"],
): FilmRank {
  const constants = running ?? defaults;
  const user = known ?? newMember(String(accountId), constants);
  const { floor, upper } = constants.tiers[user.tier]!;
  return {
    tier: user.tier as Tier,
    weight: memberWeight(user, constants) / 1000,
    points: isOwn ? user.points / 100 : null,
    bounds: isOwn ? { lower: floor / 100, upper: upper / 100 } : null,
    series: isOwn && user.series ? toSeries(user.series, proven ?? 0, constants) : null,
    growth: isOwn ? growthOf(user, constants) : null,
    history: isOwn ? history : [],
    counts: { votes, reviews },
  };
}

function toSeries(series: MemberSeries, proven: number, constants: Constants): FilmRank["series"] {
  const { gamesToWin, judgesPerGame, expertsFrom } = constants.series;
  const games = [...series.games].map((game) => (game === "w" ? ("won" as const) : ("lost" as const)));
  const seatIsKept = series.direction > 0 && proven >= expertsFrom;
  return {
    kind: series.direction > 0 ? "promotion" : "demotion",
    games,
    wins: series.wins,
    losses: series.losses,
    bestOf: 2 * gamesToWin - 1,
    banked: isBanked(series, constants),
    judges: series.judges,
    seats: judgesPerGame,
    expertSeat: seatIsKept && series.lay >= judgesPerGame - 1 && series.judges < judgesPerGame,
  };
}

/** Whether the first win is one that was in hand: no judges have decided it. */
const isBanked = ({ direction, games, seen, judges }: MemberSeries, { series }: Constants): boolean =>
  direction > 0 && games.length > (seen.length - judges) / series.judgesPerGame;

/** What days and films still bring a member whose vote does not weigh its full weight yet. */
function growthOf(user: User, { tiers, stages }: Constants): FilmRank["growth"] {
  const next = stages[user.stage];
  return {
    stage: user.stage,
    days: user.activeDays,
    films: user.films,
    next: next
      ? { days: next.days, films: next.films, weight: tiers[user.tier]!.weights[user.stage + 1]! / 1000 }
      : null,
  };
}
