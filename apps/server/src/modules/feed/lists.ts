import type { Id } from "../../platform/database/tables.ts";
import { hasId } from "../../platform/viewers/viewer-parts.ts";
import type { Presenter, Reader } from "../posts/index.ts";
import type { FeedPage } from "./home.ts";

/** Rounds of a page that finds next to nothing to show: a reader who blocks everyone must not make the database read everything. */
const mostRounds = 8;

/**
 * A page of what a query lists newest first: asked for more until the page is full, since some of it may not be shown to the reader.
 * Muted people are left out of public lists.
 */
export async function fillPage(
  presenter: Presenter,
  reader: Reader,
  limit: number,
  before: Id | undefined,
  list: (limit: number, before: Id | undefined) => Promise<Id[]>,
): Promise<FeedPage> {
  const posts: FeedPage["posts"] = [];
  let position = before;
  for (let round = 0; round < mostRounds; round++) {
    const ids = await list(limit + 1, position);
    const visible = await presenter.visible(
      ids,
      reader,
      (post) => !reader || !hasId(reader.relations.muting, post.authorId),
    );
    const room = limit - posts.length;
    posts.push(...visible.slice(0, room));
    if (visible.length > room) return { posts, next: posts.at(-1)!.id };
    if (ids.length <= limit) return { posts, next: null };
    position = ids.at(-1)!;
    if (posts.length === limit) break;
  }
  return { posts, next: position ?? null };
}
