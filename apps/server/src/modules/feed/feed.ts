import type { Feature } from "../../platform/feature.ts";
import type { Platform } from "../../platform/platform.ts";
import { type People } from "../people/index.ts";
import type { Posts } from "../posts/index.ts";
import { catchUpRoutes } from "./catch-up-routes.ts";
import { createHome } from "./home.ts";
import { createHomePages } from "./home-pages.ts";
import { interestRoutes } from "./interest-routes.ts";
import { installLiveFeed } from "./live.ts";
import { feedRoutes } from "./routes.ts";
import { createPulledSources } from "./pulled-sources.ts";
import { createTimelines } from "./timelines.ts";

/** Home, explore and tag feeds. */
export async function createFeed(platform: Platform, people: People, posts: Posts): Promise<Feature> {
  const { config, db, log, stamps, viewers, sockets } = platform;
  const pulled = createPulledSources(stamps);
  const timelines = createTimelines({
    db,
    log,
    viewers,
    relations: people.relations,
    pulled,
    max: config.timelines,
    pullFollowers: config.pullFollowers,
  });
  const pages = createHomePages(stamps, config.homePageMegabytes * 1024 * 1024);
  const home = createHome({ db, viewers, people, posts, timelines, pulled, pages });
  installLiveFeed(sockets, posts, timelines, home);
  return {
    consumers: [],
    async routes(app) {
      const deps = { ...platform, people, posts, home };
      await feedRoutes(app, deps);
      await catchUpRoutes(app, deps);
      await interestRoutes(app, deps);
    },
    idle: () => timelines.idle(),
  };
}
