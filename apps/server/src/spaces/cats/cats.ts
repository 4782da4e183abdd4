import type { Core, Space } from "../space.ts";
import { catRoutes } from "./cat-routes.ts";
import type { CatDeps } from "./deps.ts";
import { catPostRoutes } from "./post-routes.ts";
import { catsConsumer } from "./consumer.ts";
import { createCatPresenter } from "./present.ts";
import { Cat, PostCat } from "./schemas.ts";
import { catNames, catTopics } from "./topic-kind.ts";

export async function createCats(core: Core): Promise<Space> {
  const presenter = createCatPresenter(core.db, core.people);
  const deps: CatDeps = { ...core, presenter };
  return {
    topics: catTopics,
    names: catNames(presenter),
    consumers: [catsConsumer(core.log)],
    async routes(app) {
      for (const schema of [Cat, PostCat]) app.addSchema(schema);
      await catRoutes(app, deps);
      await catPostRoutes(app, deps);
    },
  };
}
