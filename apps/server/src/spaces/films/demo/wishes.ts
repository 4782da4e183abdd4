import { memberWeight, pairKey } from "../engine/index.ts";
import { type Action, reviewKey } from "./action.ts";
import type { Stage } from "./stage.ts";

/** What shall become of a film or a member, so that everything there is can be seen in the demo. */
export interface Wish {
  /** So many days ago it begins. */
  from: number;
  film?: string;
  member?: string;
  /** Does a little for it on one day; true once it has come true. */
  pursue(stage: Stage): boolean;
}

interface Course {
  from: number;
  direction: 1 | -1;
  /** How each game goes: w or l. */
  games: string;
  /** How many judges have sat down, or opinions were heard, in the game after those; a course without them ends. */
  begun?: number;
}

/** A film whose series runs such a course; members who have not voted yet decide it, a few each evening. */
export function filmSeries(film: string, { from, direction, games, begun = 0 }: Course): Wish {
  return {
    from,
    film,
    pursue(stage) {
      for (let voices = 0; voices < 3; voices++) {
        const { series, seriesBegun } = stage.fold.films.get(film)!;
        if (series === null && seriesBegun > 0) return true;
        const game = series ? series.wins + series.losses : 0;
        const heard = series?.heard ?? 0;
        if (game === games.length && heard >= begun) return true;
        const value = series ? opinionFor(games[game] ?? "w", heard, direction) : direction;
        const by = votersOf(stage, film)[0];
        if (by === undefined) break;
        stage.play({ type: "vote", by, film, value });
      }
      return false;
    },
  };
}

/** A promotion is lost by two of five, a demotion by three. */
const opinionFor = (game: string, heard: number, direction: 1 | -1): 1 | -1 => {
  if (game === "w") return direction > 0 || heard < 4 ? 1 : -1;
  return heard < (direction > 0 ? 2 : 4) ? -1 : 1;
};

/** Grown-up members who have not voted on the film. */
function votersOf({ fold, handles }: Stage, film: string): string[] {
  return handles.filter((handle) => {
    const user = fold.users.get(handle);
    if (!user || memberWeight(user, fold.totals.constants) < fold.totals.constants.films.leastWeight)
      return false;
    return !fold.votes.has(pairKey(handle, film));
  });
}

/** A film that grown-up members turn against all at once, so that the watch holds their votes back. */
export function suddenTurn(film: string, from: number): Wish {
  return {
    from,
    film,
    pursue(stage) {
      const voters = votersOf(stage, film);
      const isProven = (handle: string) => stage.fold.users.get(handle)!.tier >= 2;
      for (const [place, by] of voters.filter(isProven).entries())
        stage.play({ type: "vote", by, film, value: place % 4 === 3 ? -1 : 1 });
      for (const by of voters.filter((handle) => !isProven(handle)).slice(0, 6)) {
        const { alarm, epoch } = stage.fold.films.get(film)!;
        if (alarm && epoch.w >= 3000) return true;
        stage.play({ type: "vote", by, film, value: -1 });
      }
      return false;
    },
  };
}

/** So many react on a day, on every other day. */
const perDay = 2;

/** A member whose series runs such a course; others who have not reacted to their reviews yet judge it. */
export function memberSeries(member: string, { from, direction, games, begun = 0 }: Course): Wish {
  const goal = { tier: Number.NaN };
  return {
    from,
    member,
    pursue(stage) {
      if (stage.random() < 0.5) return false;
      for (let turns = 0; turns < perDay; turns++) {
        const user = stage.fold.users.get(member)!;
        if (Number.isNaN(goal.tier)) goal.tier = user.tier;
        if (user.tier !== goal.tier) return true;
        const { series } = user;
        const played = series?.games.length ?? 0;
        if (played === games.length && (series?.judges ?? 0) >= begun) return true;
        const value = series ? (games[played] === "l" ? -1 : 1) : direction;
        const choice = readersOf(stage, member)[0];
        if (!choice) break;
        stage.play({ type: "react", ...choice, value });
      }
      return false;
    },
  };
}

/** Who could react to which review of the member for the first time, those with the most to say first. */
function readersOf({ fold, actions, handles }: Stage, member: string): { by: string; review: string }[] {
  const { series } = fold.users.get(member)!;
  const { usesPerReview } = fold.totals.constants.series;
  const { crowd } = fold.totals.constants.reactions;
  const reviews = actions.flatMap((action: Action) =>
    action.type === "review" && action.by === member ? [reviewKey(action)] : [],
  );
  const choices = handles.flatMap((by) => {
    const reader = fold.users.get(by);
    if (!reader || by === member || series?.seen.includes(by)) return [];
    const isGrown = reader.tier >= 2 || (reader.tier === 1 && reader.stage === 2);
    if (!isGrown) return [];
    const met = fold.pairs.get(pairKey(by, member))?.count ?? 0;
    const back = fold.pairs.get(pairKey(member, by))?.count ?? 0;
    const weight = memberWeight(reader, fold.totals.constants) / ((met + 1) * (1 + back)) ** 2;
    return reviews
      .filter(
        (key) =>
          !fold.reactions.has(pairKey(by, key)) &&
          (series?.used.filter((used) => used === key).length ?? 0) < usesPerReview,
      )
      .map((review) => ({ by, review, weight: weight / (crowd + fold.reviews.get(review)!.reactions) }));
  });
  return choices.sort((one, other) => other.weight - one.weight).map(({ by, review }) => ({ by, review }));
}
