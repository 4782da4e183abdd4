import { Type } from "typebox";
import { Value } from "typebox/value";
import type { Id } from "../../platform/database/tables.ts";
import type { Sockets } from "../../platform/realtime/sockets.ts";
import type { Posts } from "../posts/index.ts";
import type { Home } from "./home.ts";
import type { Timelines } from "./timelines.ts";

const Watch = Type.Object({
  postIds: Type.Array(Type.String({ pattern: "^[1-9][0-9]{0,15}$" }), { maxItems: 100 }),
});
const roomOf = (postId: Id | string) => `post:${postId}`;
/** Readers told in one go, so that a post to very many people lets other work through. */
const atOnce = 500;

/** Tells open pages: what has come into one's home, and the counts of posts that are on the screen. */
export function installLiveFeed(sockets: Sockets, posts: Posts, timelines: Timelines, home: Home): void {
  async function tell(postId: Id, accountIds: readonly Id[]): Promise<void> {
    for (let from = 0; from < accountIds.length; from += atOnce) {
      await Promise.all(
        accountIds.slice(from, from + atOnce).map(async (accountId) => {
          const reader = await posts.presenter.reader(accountId);
          const [post] = await posts.presenter.visible([postId], reader, (one) =>
            home.belongs(one, reader!.relations),
          );
          if (post) sockets.send(accountId, "post", { id: String(postId), authorId: String(post.authorId) });
        }),
      );
    }
  }

  // One after the other, so that what came first is heard of first.
  let telling = Promise.resolve();
  timelines.onArrival({
    online: sockets.online,
    // Only a hint: a page that missed it finds the post when it asks next.
    arrived: (postId, accountIds) => {
      telling = telling.then(() => tell(postId, accountIds)).catch(() => {});
    },
  });

  posts.onCounts((postId, counts) => {
    if (sockets.hasRoom(roomOf(postId)))
      sockets.sendToRoom(roomOf(postId), "counts", { postId: String(postId), counts });
  });

  sockets.onMember(({ accountId, socket }) => {
    /** Replaces the posts whose counts this page wants to hear of; those that the person may not see are passed over. */
    socket.on("watch", async (message: unknown, acknowledge?: unknown) => {
      const answer = typeof acknowledge === "function" ? (acknowledge as (answer: object) => void) : () => {};
      if (!Value.Check(Watch, message)) return answer({ error: "invalid-request" });
      const reader = await posts.presenter.reader(accountId);
      const visible = await posts.presenter.visible(message.postIds.map(Number), reader);
      for (const room of socket.rooms) if (room.startsWith("post:")) await socket.leave(room);
      await socket.join(visible.map((post) => roomOf(post.id)));
      answer({ watching: visible.length });
    });
  });
}
