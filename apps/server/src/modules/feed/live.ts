import type { Id } from "../../platform/database/tables.ts";
import type { Sockets } from "../../platform/realtime/sockets.ts";
import type { Posts } from "../posts/index.ts";
import type { Home } from "./home.ts";
import type { Timelines } from "./timelines.ts";
import { installWatching } from "./watching.ts";

/** Readers told in one go, so that a post to very many people lets other work through. */
const atOnce = 500;
/** Posts that are read together; under load one statement then brings many. */
const postsAtOnce = 200;

interface Arrival {
  postId: Id;
  accountIds: readonly Id[];
}

/** Tells open pages: what has come into one's home, and the counts of posts that are on the screen. */
export function installLiveFeed(sockets: Sockets, posts: Posts, timelines: Timelines, home: Home): void {
  const waiting: Arrival[] = [];
  let telling: Promise<void> | undefined;

  async function tell(arrivals: readonly Arrival[]): Promise<void> {
    const postsOf = new Map<Id, Id[]>();
    for (const { postId, accountIds } of arrivals) {
      for (const accountId of accountIds) {
        const theirs = postsOf.get(accountId);
        if (theirs) theirs.push(postId);
        else postsOf.set(accountId, [postId]);
      }
    }
    // Into memory, all in one statement: for each reader they are then looked up there.
    await posts.presenter.visible(
      arrivals.map(({ postId }) => postId),
      null,
    );
    const people = [...postsOf];
    for (let from = 0; from < people.length; from += atOnce) {
      await Promise.all(
        people.slice(from, from + atOnce).map(async ([accountId, ids]) => {
          const reader = await posts.presenter.reader(accountId);
          const visible = await posts.presenter.visible(ids, reader, (one) =>
            home.belongs(one, reader!.relations),
          );
          for (const { id, authorId } of visible)
            sockets.send(accountId, "post", { id: String(id), authorId: String(authorId) });
        }),
      );
    }
  }

  /** What has arrived meanwhile comes next, in its order: what came first is heard of first. */
  async function tellAll(): Promise<void> {
    // Only a hint: a page that missed it finds the post when it asks next.
    while (waiting.length > 0) await tell(waiting.splice(0, postsAtOnce)).catch(() => {});
  }

  timelines.onArrival({
    online: sockets.online,
    arrived(postId, accountIds) {
      if (accountIds.length === 0) return;
      waiting.push({ postId, accountIds });
      telling ??= tellAll().finally(() => (telling = undefined));
    },
  });
  installWatching(sockets, posts);
}
