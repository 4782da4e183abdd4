import type { Consumer } from "../../platform/events/consumer.ts";
import type { Id } from "../../platform/database/tables.ts";
import { type AccountCache, accountCountsOf } from "../people/index.ts";
import { addToAuthors, addToPosts, rebuildCounters } from "./counter-queries.ts";
import { type Deltas, foldCounters, halfLifeMs } from "./fold-counters.ts";
import { addToTags } from "./tag-counter-queries.ts";
import { createCountsReader } from "./read-counts.ts";
import { countsOf, type PostCache, type PostCounts } from "./post-cache.ts";

export interface CountsListener {
  /** Whether somebody in this process wants to hear of the post. */
  isWatched(postId: Id): boolean;
  /** `by` says which process has counted: of its own work each one tells the whole site, of that of others its own pages. */
  changed(postId: Id, counts: PostCounts, by: "this" | "another"): void;
}

export interface CounterDeps {
  posts: PostCache;
  accounts: AccountCache;
  counts: CountsListener;
  onTags(): void;
}

/** Likes, answers, bookmarks and views of posts; posts of people and tags; and how hot tags are. */
export function countersConsumer({ posts, accounts, counts: listener, onTags }: CounterDeps): Consumer {
  const elsewhere = createCountsReader(posts, (postId, now) => listener.changed(postId, now, "another"));
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
        elsewhere.overtake(postId);
        listener.changed(postId, now, "this");
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
      const watched = new Set<Id>();
      for (const { payload } of handled) {
        const { postId, parentId, authorId } = payload as {
          postId?: Id;
          parentId?: Id | null;
          authorId?: Id;
        };
        for (const id of [postId, parentId]) {
          if (typeof id !== "number") continue;
          posts.drop(id);
          if (listener.isWatched(id)) watched.add(id);
        }
        if (typeof authorId === "number") accounts.drop(authorId);
      }
      onTags();
      elsewhere.read(watched);
    },
    rebuild: (tx) => rebuildCounters(tx, halfLifeMs),
  };
}
