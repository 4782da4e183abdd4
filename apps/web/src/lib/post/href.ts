import type { Post } from "#lib/api/types.ts";

/** The page of a post: a project has one of its own. */
export const postHref = ({ id, kind }: Pick<Post, "id" | "kind">) =>
  kind === "project" ? `/projects/${id}` : `/posts/${id}`;

/** Where its author changes it: a review on a page of its film. */
export const editHref = ({ id, kind, review }: Pick<Post, "id" | "kind" | "review">) =>
  kind === "review" && review ? `/films/${review.film.id}/review` : `${postHref({ id, kind })}/edit`;
