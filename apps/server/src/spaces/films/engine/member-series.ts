import type { Draft } from "./draft.ts";
import { setTier } from "./member-tier.ts";
import type { SeriesStep } from "./notes.ts";
import { usualReception } from "./reaction-points.ts";
import type { MemberSeries, Reaction, Review, User } from "./state.ts";

/** films.md §2, Series: points freeze, and judges decide. A promotion begins with the win in hand, if there is one. */
export function beginSeries(draft: Draft, user: User, direction: 1 | -1): void {
  const wins = direction > 0 ? user.helper : 0;
  if (direction > 0) user.helper = 0;
  const games = "w".repeat(wins);
  user.series = { direction, games, wins, losses: 0, ...emptyGame, seen: [], used: [] };
  tell(draft, user, direction, "begun");
}

/** films.md §2: a first reaction to a counted review may take a seat in its author's running game. */
export function judge(
  draft: Draft,
  author: User,
  review: Readonly<Review>,
  reaction: Readonly<Reaction>,
  judgeMember: Readonly<User>,
): void {
  const { series } = author;
  const { constants, proven, likes, dislikes } = draft.totals;
  const rules = constants.series;
  if (series === null || !review.counted || reaction.weight <= 0) return;
  if (series.seen.includes(judgeMember.id)) return;
  if (series.used.filter((id) => id === review.id).length >= rules.usesPerReview) return;
  const expert = judgeMember.tier >= 2;
  if (!expert && !(judgeMember.tier === 1 && judgeMember.stage === 2)) return;
  const seatIsKept = series.direction > 0 && proven >= rules.expertsFrom;
  if (!expert && seatIsKept && series.lay >= rules.judgesPerGame - 1) return;

  const seated: MemberSeries = {
    ...series,
    judges: series.judges + 1,
    lay: series.lay + (expert ? 0 : 1),
    total: series.total + reaction.weight,
    liked: series.liked + (reaction.v > 0 ? reaction.weight : 0),
    seen: [...series.seen, judgeMember.id],
    used: [...series.used, review.id],
  };
  author.series = seated;
  if (seated.judges < rules.judgesPerGame) return;
  const reception = usualReception(likes, dislikes, constants.reactions);
  const needed = reception - (series.direction > 0 ? 0 : rules.demotionLenience);
  endGame(draft, author, seated, 1000 * seated.liked >= needed * seated.total);
}

/** Ends the running game, whoever sat in it, and the series with the third win or loss. */
export function endGame(draft: Draft, user: User, series: MemberSeries, won: boolean): void {
  const wins = series.wins + (won ? 1 : 0);
  const losses = series.losses + (won ? 0 : 1);
  user.series = { ...series, ...emptyGame, games: series.games + (won ? "w" : "l"), wins, losses };
  tell(draft, user, series.direction, won ? "game-won" : "game-lost");
  const { gamesToWin } = draft.totals.constants.series;
  if (wins >= gamesToWin) endSeries(draft, user, true);
  else if (losses >= gamesToWin) endSeries(draft, user, false);
}

/** films.md §2, Ends. */
export function endSeries(draft: Draft, user: User, won: boolean): void {
  const { direction, wins } = user.series!;
  user.series = null;
  tell(draft, user, direction, won ? "won" : "lost");
  const { tiers, series: rules } = draft.totals.constants;
  const share = (tier: number, permille: number) =>
    ((tiers[tier]!.upper - tiers[tier]!.floor) * permille) / 1000;
  const { tier } = user;
  if (direction > 0) {
    user.helper = !won && wins >= 1 ? 1 : 0;
    if (won) setTier(draft, user, tier + 1, tiers[tier + 1]!.floor + share(tier + 1, rules.landing));
    else user.points = tiers[tier]!.upper - share(tier, rules.setBack);
  } else if (won) user.points = tiers[tier]!.floor + share(tier, rules.landing);
  else setTier(draft, user, tier - 1, tiers[tier - 1]!.upper - share(tier - 1, rules.landing));
}

/** Ends a series without a result. */
export function dropSeries(draft: Draft, user: User): void {
  if (user.series === null) return;
  const { direction } = user.series;
  user.series = null;
  tell(draft, user, direction, "dropped");
}

const emptyGame = { judges: 0, lay: 0, liked: 0, total: 0 };

const tell = (draft: Draft, { id }: User, direction: 1 | -1, what: SeriesStep) =>
  draft.notes.push({ about: "member-series", user: id, direction, what });
