export { type Draft, writePost } from "./create-post.ts";
export * as postEvents from "./events.ts";
export type { Marks } from "./marks.ts";
export type { CachedPost, PostCache } from "./post-cache.ts";
export { createPosts, type Posts } from "./posts.ts";
export type { Presenter, Reader } from "./present.ts";
export { renderText, toTag } from "./render-text.ts";
export { Post } from "./schemas.ts";
export { followTag } from "./follow-tag.ts";
