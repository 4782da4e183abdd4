import type { Post } from "#lib/api/types.ts";

/** The page of a post: a project has one of its own. */
export const postHref = ({ id, kind }: Pick<Post, "id" | "kind">) =>
  kind === "project" ? `/projects/${id}` : `/posts/${id}`;
