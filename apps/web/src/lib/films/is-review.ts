import type { Post } from "#lib/api/types.ts";
import type { ReviewPost } from "./types.ts";

export const isReview = (post: Post): post is ReviewPost =>
  post.kind === "review" && post.review !== undefined;
