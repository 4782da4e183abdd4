import type { Core, Space } from "../space.ts";
import { dayAt } from "./calendar.ts";
import { catRoutes } from "./cat-routes.ts";
import { catsConsumer } from "./consumer.ts";
import { correctionRoutes } from "./correction-routes.ts";
import { moveCatsIn } from "./demo.ts";
import type { CatDeps } from "./deps.ts";
import { exportTraining } from "./export-training.ts";
import { forgetAccount } from "./leave-cat.ts";
import { catNotifications } from "./notification-sources.ts";
import { catPeopleRoutes } from "./people-routes.ts";
import { catPictureRoutes } from "./picture-routes.ts";
import { catPostRoutes } from "./post-routes.ts";
import { createCatPresenter } from "./present.ts";
import { createRecognition } from "./recognition/index.ts";
import { AlbumMonth, Birthday, Cat, CatPhoto, Invitation, Invited, PostCat } from "./schemas.ts";
import { catNames, catTopics } from "./topic-kind.ts";

export async function createCats(core: Core): Promise<Space> {
  const today = () => dayAt(new Date(), core.config.timeZone);
  const presenter = createCatPresenter(core.db, core.people, today);
  const recognition = await createRecognition(core);
  const deps: CatDeps = { ...core, presenter, recognition, today };
  core.people.beforeDeletion((tx, accountId) => forgetAccount(deps, tx, accountId));
  return {
    ...recognition,
    offers: recognition.isOn ? ["breed-recognition"] : [],
    topics: catTopics,
    names: [catNames(presenter)],
    notifications: catNotifications,
    demo: (tx, community) => moveCatsIn(deps, tx, community),
    commands: [{ name: "export-training", run: (args) => exportTraining(core, args) }],
    consumers: [catsConsumer(core.log, core.topics), ...recognition.consumers],
    async routes(app) {
      for (const schema of [Cat, PostCat, CatPhoto, AlbumMonth, Birthday, Invited, Invitation])
        app.addSchema(schema);
      await catRoutes(app, deps);
      await catPostRoutes(app, deps);
      await catPeopleRoutes(app, deps);
      await catPictureRoutes(app, deps);
      await correctionRoutes(app, deps);
      await recognition.routes(app);
    },
  };
}
