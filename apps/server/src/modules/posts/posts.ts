import type { Feature } from "../../features.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { Platform } from "../../platform/platform.ts";
import type { PartHandle } from "../../platform/viewers/viewer-parts.ts";
import type { People } from "../people/index.ts";
import { type Marks, registerMarks } from "./marks.ts";
import { createPostCache, type PostCache, type PostCounts } from "./post-cache.ts";
import { createPresenter, type Presenter } from "./present.ts";
import { Post } from "./schemas.ts";

export interface Posts extends Feature {
  posts: PostCache;
  marks: PartHandle<Marks>;
  presenter: Presenter;
  /** Called when the consumer has folded new counts of a post into its row. */
  onCounts(listener: CountsListener): void;
}

export type CountsListener = (postId: Id, counts: PostCounts) => void;

export async function createPosts(platform: Platform, people: People): Promise<Posts> {
  const { config, db, log, viewers } = platform;
  const posts = createPostCache(db, log, people.accounts, (config.postCacheMegabytes * 1024 * 1024 * 3) / 4);
  const marks = registerMarks(viewers, log, config.timelines);
  const presenter = createPresenter({ db, viewers, relations: people.relations, marks, accounts: people.accounts, posts });
  const countsListeners: CountsListener[] = [];
  return {
    posts,
    marks,
    presenter,
    onCounts: (listener) => void countsListeners.push(listener),
    consumers: [],
    async routes(app) {
      app.addSchema(Post);
    },
  };
}
