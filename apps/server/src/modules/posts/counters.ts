import type { Consumer } from "../../platform/events/consumer.ts";
import type { Id } from "../../platform/database/tables.ts";
import { type AccountCache, accountCountsOf } from "../people/index.ts";
import { addToAuthors, addToPosts, rebuildCounters } from "./counter-queries.ts";
import { type Deltas, foldCounters, halfLifeMs } from "./fold-counters.ts";
import { addToTags } from "./tag-counter-queries.ts";
import { countsOf, type PostCache, type PostCounts } from "./post-cache.ts";

export type CountsListener = (postId: Id, counts: PostCounts) => void;

export interface CounterDeps {
  posts: PostCache;
  accounts: AccountCache;
  onCounts: CountsListener;
  onTags(): void;
}

/** Likes, answers, bookmarks and views of posts; posts of people and tags; and how hot tags are. */
export function countersConsumer({ posts, accounts, onCounts, onTags }: CounterDeps): Consumer {
  /** Of the batch that was handled last, until its commit. */
  let folded: { deltas: Deltas; counts: Map<Id, PostCounts>; written: Map<Id, number> } | undefined;
  return {
    name: "post-counters",
    async handle(tx, events) {
      folded = undefined;
      const deltas = foldCounters(events);
      // People before posts, as where an account is deleted, so that neither waits for the other.
      const written = await addToAuthors(tx, deltas.authors);
      const counts = await addToPosts(tx, deltas.posts);
      await addToTags(tx, deltas, halfLifeMs);
      folded = { deltas, counts, written };
    },
    handled() {
      if (!folded) return;
      const { deltas, counts, written } = folded;
      for (const [postId, now] of counts) {
        posts.update(postId, (post) => ({ ...post, ...countsOf(now) }));
        onCounts(postId, now);
      }
      for (const [accountId, now] of written) {
        accounts.update(accountId, (account) => ({
          ...account,
          ...accountCountsOf({ ...account.counts, posts: now }, account.createdAt),
        }));
      }
      if (deltas.tags.length + deltas.closed.size > 0) onTags();
      folded = undefined;
    },
    handledElsewhere(handled) {
      const shown: Id[] = [];
      for (const { payload } of handled) {
        const { postId, parentId, authorId } = payload as {
          postId?: Id;
          parentId?: Id | null;
          authorId?: Id;
        };
        for (const id of [postId, parentId]) {
          if (typeof id !== "number") continue;
          if (posts.has(id)) shown.push(id);
          posts.drop(id);
        }
        if (typeof authorId === "number") accounts.drop(authorId);
      }
      onTags();
      // For open pages. One that misses it reads the right counts when it asks next.
      void posts.getMany([...new Set(shown)]).then(
        (now) => now.forEach((post, postId) => onCounts(postId, post.counts)),
        () => {},
      );
    },
    rebuild: (tx) => rebuildCounters(tx, halfLifeMs),
  };
}
