import type { Feature } from "../../platform/feature.ts";
import type { Platform } from "../../platform/platform.ts";
import { installCounts } from "../../platform/telemetry/counts.ts";
import { type People } from "../people/index.ts";
import type { Posts } from "../posts/index.ts";
import { catchUpRoutes } from "./catch-up-routes.ts";
import { createHome } from "./home.ts";
import { createHomePages } from "./home-pages.ts";
import { interestRoutes } from "./interest-routes.ts";
import { installLiveFeed } from "./live.ts";
import { feedRoutes } from "./routes.ts";
import { createPulledSources } from "./pulled-sources.ts";
import { createRecentPosts } from "./recent-posts.ts";
import { createSharedTimelines, type SharedTimelines } from "./shared-timelines.ts";
import { createTimelineStore } from "./timeline-store.ts";
import { createTimelines } from "./timelines.ts";

const homeOrigins = {
  name: "maru_home_pages_total",
  help: "Pages of homes, by where they came from: sent again unchanged, made from memory, or read.",
  label: "origin",
};

/** Home, explore and tag feeds. */
export async function createFeed(platform: Platform, people: People, posts: Posts): Promise<Feature> {
  const { config, db, log, stamps, viewers, sockets } = platform;
  const pulled = createPulledSources(stamps);
  const shared = shareTimelines(platform, people, posts);
  const timelines = createTimelines({
    db,
    log,
    viewers,
    relations: people.relations,
    marks: posts.marks,
    pulled,
    shared,
    max: config.timelines,
    pullFollowers: config.pullFollowers,
  });
  const pages = createHomePages(stamps, config.homePageMegabytes * 1024 * 1024);
  const home = createHome({ db, people, posts, timelines, pulled, pages });
  installLiveFeed(sockets, posts, timelines, home);
  let starting: Promise<void> | undefined;
  return {
    consumers: [],
    async routes(app) {
      const deps = { ...platform, people, posts, home };
      await feedRoutes(app, deps);
      await catchUpRoutes(app, deps);
      await interestRoutes(app, deps);
    },
    metrics: (registry) => installCounts(registry, homeOrigins, home.origins),
    // Nobody waits for it.
    started: async () => void (starting = shared?.start()),
    idle: async () => void (await Promise.all([starting, timelines.idle()])),
  };
}

/** How much of the end of the log each process remembers, to bring copies of timelines up to date. */
const recentPosts = 100_000;

/** Undefined where there is no Redis, or it is not wanted for this, or where nobody reads. */
function shareTimelines(platform: Platform, people: People, posts: Posts): SharedTimelines | undefined {
  const { config, db, log, logger, redis, viewers } = platform;
  const isWeb = config.roles.some((role) => role === "all" || role === "web");
  if (!redis || config.timelineHours === 0 || !isWeb) return undefined;
  return createSharedTimelines({
    db,
    log,
    store: createTimelineStore(redis, config.timelineHours),
    recent: createRecentPosts(recentPosts),
    viewers,
    relations: people.relations,
    marks: posts.marks,
    onError: (error) => logger.warn({ err: error }, "the end of the event log could not be read"),
  });
}
