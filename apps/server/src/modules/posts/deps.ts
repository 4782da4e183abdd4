import type { Platform } from "../../platform/platform.ts";
import type { People } from "../people/index.ts";
import type { PostDeletionStep } from "./delete-post.ts";
import type { KnownHandles } from "./known-handles.ts";
import type { PostCache } from "./post-cache.ts";
import type { PostForms } from "./post-forms.ts";
import type { Presenter } from "./present.ts";
import type { TopicKinds } from "./topic-kinds.ts";
import type { Trending } from "./trending.ts";
import type { Views } from "./views.ts";

/** What the routes of this module work with. */
export interface PostDeps extends Platform {
  people: People;
  posts: PostCache;
  handles: KnownHandles;
  kinds: TopicKinds;
  forms: PostForms;
  presenter: Presenter;
  views: Views;
  trending: Trending;
  deletionSteps: PostDeletionStep[];
}
