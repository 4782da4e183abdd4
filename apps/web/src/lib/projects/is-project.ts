import type { Post } from "#lib/api/types.ts";
import type { ProjectPost } from "./types.ts";

export const isProject = (post: Post): post is ProjectPost =>
  post.kind === "project" && post.project !== undefined;
