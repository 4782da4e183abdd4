import type { Feature } from "../../platform/feature.ts";
import type { Platform } from "../../platform/platform.ts";
import type { PartHandle } from "../../platform/viewers/viewer-parts.ts";
import type { People } from "../people/index.ts";
import { type CountsListener, countersConsumer } from "./counters.ts";
import { forgetAccount } from "./forget-account.ts";
import { type Marks, registerMarks } from "./marks.ts";
import { createKnownHandles } from "./known-handles.ts";
import { createPostCache, type PostCache } from "./post-cache.ts";
import { createPresenter, type Presenter } from "./present.ts";
import { postsRoutes } from "./routes.ts";
import { createTrending } from "./trending.ts";
import { createTopicKinds, type TopicKinds } from "./topic-kinds.ts";
import { createViews } from "./views.ts";
import { type NarrowedListener, narrowedBy } from "./narrowed.ts";

export interface Posts extends Feature {
  posts: PostCache;
  /** The topics that posts can be about; spaces add theirs. */
  kinds: TopicKinds;
  marks: PartHandle<Marks>;
  presenter: Presenter;
  /** Told when the consumer has folded new counts of a post into its row, here or in another process. */
  onCounts(listener: CountsListener): void;
  /** Called as soon as somebody may see less than before; must not throw. */
  onNarrowed(listener: NarrowedListener): void;
}

export async function createPosts(platform: Platform, people: People): Promise<Posts> {
  const { config, db, log, logger, stamps, viewers } = platform;
  const kinds = createTopicKinds();
  const posts = createPostCache(
    db,
    log,
    { accounts: people.accounts, kinds },
    stamps,
    (config.postCacheMegabytes * 1024 * 1024 * 3) / 4,
  );
  const marks = registerMarks(viewers, log, config.timelines);
  const presenter = createPresenter({
    db,
    viewers,
    relations: people.relations,
    marks,
    accounts: people.accounts,
    posts,
  });
  const handles = createKnownHandles();
  const trending = createTrending(db);
  const views = createViews(log, logger, await platform.secret("views"));
  const countsListeners: CountsListener[] = [];
  const counters = countersConsumer({
    posts,
    accounts: people.accounts,
    counts: {
      isWatched: (postId) => countsListeners.some((listener) => listener.isWatched(postId)),
      changed: (...what) => countsListeners.forEach((listener) => listener.changed(...what)),
    },
    onTags: () => trending.changed(),
  });
  people.beforeDeletion((tx, accountId) => forgetAccount(log, tx, accountId));
  return {
    posts,
    kinds,
    marks,
    presenter,
    onCounts: (listener) => void countsListeners.push(listener),
    onNarrowed(listener) {
      log.listen((event) => {
        const narrowed = narrowedBy(event);
        if (narrowed) listener(narrowed);
      });
    },
    consumers: [counters],
    routes: (app) =>
      postsRoutes(app, { ...platform, people, posts, handles, kinds, presenter, views, trending }),
    started: async () => views.start(),
    stopped: () => views.stop(),
  };
}
