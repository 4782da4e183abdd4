import {
  aspectNames,
  aspectScores,
  type Film,
  type Fold,
  filmScore,
  isCharted,
  memberWeight,
  rankFilms,
  type Review,
  type User,
} from "../../src/spaces/films/engine/index.ts";

/** A state in the words of film-cases.json (see its notes for the units). */
export function readOut(state: Fold, dropped: number) {
  const { constants, proven } = state.totals;
  const readUser = (user: User) => ({
    tier: user.tier,
    pts: user.points / 100,
    stage: user.stage,
    weight: memberWeight(user, constants),
    helper: user.helper,
    days: user.activeDays,
    films: user.films,
    voided: user.voided,
    deleted: user.deleted,
    series: user.series && {
      dir: user.series.direction,
      games: user.series.games,
      w: user.series.wins,
      l: user.series.losses,
      judges: user.series.judges,
    },
  });
  const readFilm = (film: Film) => {
    const found = filmScore(film, constants);
    return {
      score: 100 * found.mean,
      sort: found.sort,
      T: found.evidence,
      memberW: found.memberVotes,
      B: film.base,
      kappa: film.kappa,
      tier: film.tier,
      prov: film.proven.w,
      main: film.main.w,
      fresh: film.fresh.w,
      ep: film.epoch.w,
      held: film.held.w,
      hi: film.high,
      lo: film.low,
      alarm: film.alarm,
      series: film.series && {
        dir: film.series.direction,
        w: film.series.wins,
        l: film.series.losses,
        n: film.series.heard,
      },
      nOp: film.opinions,
    };
  };
  const readReview = (review: Review) => ({
    points: review.points / 100,
    Lw: review.likes,
    Dw: review.dislikes,
    w: review.active ? review.w : 0,
    depth: review.depth,
    o: review.o,
    n: review.reactions,
    counted: review.counted,
    live: review.active,
  });
  const readAspects = (film: Film) =>
    Object.fromEntries(aspectScores(film, constants).map((score, index) => [aspectNames[index], score]));
  const ranked = rankFilms(state.films.values(), constants);
  return {
    users: mapped(state.users, readUser),
    films: mapped(state.films, readFilm),
    reviews: mapped(state.reviews, readReview),
    aspects: mapped(state.films, readAspects),
    order: ranked.map(({ film }) => film.id),
    charted: ranked.filter(({ score }) => isCharted(score, constants)).map(({ film }) => film.id),
    proven,
    dropped,
  };
}

const mapped = <V, Out>(table: ReadonlyMap<string, V>, read: (value: V) => Out): Record<string, Out> =>
  Object.assign(Object.create(null), Object.fromEntries([...table].map(([id, value]) => [id, read(value)])));
