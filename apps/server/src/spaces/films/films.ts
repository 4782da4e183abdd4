import type { Core, Space } from "../space.ts";
import { diaryRoutes } from "./diary/diary-routes.ts";
import { filmsDemo } from "./demo/index.ts";
import type { FilmDeps } from "./deps.ts";
import { editRoutes } from "./edit/edit-routes.ts";
import { logFilmEvents } from "./film-events.ts";
import { tellAgedRatings } from "./catalogue/tell-aged-ratings.ts";
import { moderationCommands } from "./moderation/commands.ts";
import { moderationRoutes } from "./moderation/moderation-routes.ts";
import { filmNotifications } from "./notification-source.ts";
import { forgetMember } from "./forget-member.ts";
import { followStanding } from "./member-standing.ts";
import { filmRoutes } from "./film-routes.ts";
import { filmCommands } from "./import/commands.ts";
import { rankRoutes } from "./rank-page/rank-routes.ts";
import { filmsConsumer } from "./ranks/consumer.ts";
import { reviewForm } from "./reviews/review-form.ts";
import { reviewRoutes } from "./reviews/review-routes.ts";
import { standingRoutes } from "./reviews/standing-routes.ts";
import { Film, FilmPerson, FilmScore, PostFilm, Review } from "./schemas.ts";
import { FilmRank, RankEntry } from "./rank-page/rank-schemas.ts";
import { FilmChange } from "./edit/edit-schemas.ts";
import { filmNames, filmPeopleNames, filmTopics } from "./topic-kind.ts";
import { voteRoutes } from "./votes/vote-routes.ts";

const dayMs = 24 * 60 * 60_000;

export async function createFilms(core: Core): Promise<Space> {
  const { db, log, people, posts } = core;
  const deps: FilmDeps = core;
  posts.beforeDeletion(async (tx, { id, kind }) => {
    if (kind === "review") await logFilmEvents(log, tx, [{ type: "review_delete", reviewId: id }]);
  });
  people.beforeDeletion((tx, accountId) => forgetMember(log, tx, accountId));
  people.onStanding((tx, accountId, change) => followStanding(log, tx, accountId, change));
  return {
    topics: filmTopics,
    form: reviewForm(log),
    names: [filmNames(db), filmPeopleNames(db)],
    notifications: [filmNotifications],
    demo: filmsDemo(deps),
    commands: [...filmCommands(core), ...moderationCommands(deps)],
    jobs: [
      {
        name: "film-rating-age",
        everyMs: dayMs,
        work: async () => void (await tellAgedRatings(log, db)),
      },
    ],
    consumers: [filmsConsumer(core)],
    async routes(app) {
      for (const schema of [PostFilm, Film, FilmPerson, FilmScore, Review, FilmRank, RankEntry, FilmChange])
        app.addSchema(schema);
      await filmRoutes(app, deps);
      await voteRoutes(app, deps);
      await diaryRoutes(app, deps);
      await reviewRoutes(app, deps);
      await standingRoutes(app, deps);
      await rankRoutes(app, deps);
      await editRoutes(app, deps);
      await moderationRoutes(app, deps);
    },
  };
}
