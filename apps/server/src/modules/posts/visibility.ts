import { hasId } from "../../platform/viewers/viewer-parts.ts";
import { type CachedAccount, isBlocked, type Relations } from "../people/index.ts";
import type { CachedPost } from "./post-cache.ts";

/**
 * Whether a person (null: someone signed out) may see a post, its thread aside. The one place that decides it: hidden posts are for
 * their authors only; blocks work both ways; followers-only posts and private accounts are for followers, and so is what somebody of limited
 * standing writes; what somebody suspended wrote is for nobody.
 */
export function maySee(post: CachedPost, author: CachedAccount, viewer: Relations | null): boolean {
  if (viewer && viewer.accountId === post.authorId) return true;
  if (post.hidden || author.standing === "suspended") return false;
  const needsFollow = post.visibility === "followers" || author.isClosed;
  if (!viewer) return !needsFollow;
  if (isBlocked(viewer, post.authorId)) return false;
  return !needsFollow || hasId(viewer.following, post.authorId);
}
