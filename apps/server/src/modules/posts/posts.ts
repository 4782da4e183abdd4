import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
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
import { type Mark, markAt } from "./mark-post.ts";
import { createTopicKinds, type TopicKinds } from "./topic-kinds.ts";
import { release, withhold } from "./withhold-post.ts";
import { createViews, viewAt, type Views } from "./views.ts";
import { deletePost, type PostDeletionStep } from "./delete-post.ts";
import { editPost, type PostEditing } from "./edit-post.ts";
import { lockPost } from "./queries.ts";
import { createPostForms, type PostForms } from "./post-forms.ts";
import { readNew } from "./show-post.ts";
import { type NarrowedListener, narrowedBy } from "./narrowed.ts";

export interface Posts extends Feature {
  posts: PostCache;
  /** The topics that posts can be about; spaces add theirs. */
  kinds: TopicKinds;
  /** The kinds of posts that spaces bring. */
  forms: PostForms;
  views: Views;
  /** The JSON of a post that this transaction has written, as its author gets it in answer. */
  showNew(tx: Tx, id: Id): Promise<string>;
  /** Keeps a post of somebody's from being changed until the transaction ends; false when it is not there or not theirs. */
  lock(tx: Tx, id: Id, authorId: Id): Promise<boolean>;
  /** Changes a post of somebody's own; false when that changes nothing, and announces nothing. */
  edit(tx: Tx, id: Id, authorId: Id, editing: PostEditing): Promise<boolean>;
  /** Likes or keeps a post that may be liked, as of a time; twice is once. */
  markAt(tx: Tx, mark: Mark & { at: Date }): Promise<void>;
  /** Counts that these visitors have read a post; each once a day. */
  viewAt(tx: Tx, postId: Id, viewers: readonly string[]): Promise<void>;
  /** Adds what a space does before a post goes. */
  beforeDeletion(step: PostDeletionStep): void;
  /** Deletes a post with the comments below it. */
  remove(tx: Tx, post: { id: Id; rootId: Id | null }): Promise<void>;
  /** Hides a post by a decision of moderators; see `withhold`. */
  withhold(tx: Tx, id: Id): ReturnType<typeof withhold>;
  /** Takes that back. */
  release(tx: Tx, id: Id, staysHidden: boolean): Promise<void>;
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
  const forms = createPostForms();
  const sources = { accounts: people.accounts, kinds, forms };
  const deletionSteps: PostDeletionStep[] = [];
  const posts = createPostCache(db, log, sources, stamps, (config.postCacheMegabytes * 1024 * 1024 * 3) / 4);
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
    forms,
    views,
    showNew: async (tx, id) => (await readNew(tx, sources, id)).json,
    lock: async (tx, id, authorId) => (await lockPost(tx, id, authorId)) !== undefined,
    edit: (tx, id, authorId, editing) => editPost({ log, kinds, forms }, tx, id, authorId, editing),
    markAt: (tx, mark) => markAt(log, tx, mark),
    viewAt: (tx, postId, viewers) => viewAt(log, tx, postId, viewers),
    beforeDeletion: (step) => void deletionSteps.push(step),
    remove: (tx, post) => deletePost({ log, deletionSteps }, tx, post),
    withhold: (tx, id) => withhold(log, tx, id),
    release: (tx, id, staysHidden) => release(log, tx, id, staysHidden),
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
      postsRoutes(app, {
        ...platform,
        people,
        posts,
        handles,
        kinds,
        forms,
        presenter,
        views,
        trending,
        deletionSteps,
      }),
    started: async () => views.start(),
    stopped: () => views.stop(),
  };
}
