import type { Socket } from "socket.io";
import { Type } from "typebox";
import { Value } from "typebox/value";
import type { Id } from "../../platform/database/tables.ts";
import type { Sockets } from "../../platform/realtime/sockets.ts";
import type { CachedPost, Posts } from "../posts/index.ts";

const Watch = Type.Object({
  postIds: Type.Array(Type.String({ pattern: "^[1-9][0-9]{0,15}$" }), { maxItems: 100 }),
});
const roomPrefix = "post:";
const roomOf = (postId: Id) => `${roomPrefix}${postId}`;

/** A page that has the site open, and the posts that are on its screen. */
interface Watcher {
  socket: Socket;
  accountId: Id;
  posts: Map<Id, Pick<CachedPost, "id" | "rootId" | "authorId">>;
  /** What it asked for last, and all before it. */
  asked: Promise<unknown>;
}

/** Tells open pages the counts of the posts that are on the screen, as they change, for as long as the person may see them. */
export function installWatching(sockets: Sockets, posts: Posts): void {
  /** By whose pages they are. */
  const watchers = new Map<Id, Set<Watcher>>();
  let narrowings = 0;

  posts.onCounts({
    isWatched: (postId) => sockets.hasRoomHere(roomOf(postId)),
    changed(postId, counts, by) {
      const message = { postId: String(postId), counts };
      // Every process hears of what another one has counted, whether or not that one could tell its pages.
      if (by === "another") sockets.sendToRoomHere(roomOf(postId), "counts", message);
      else if (sockets.hasRoom(roomOf(postId))) sockets.sendToRoom(roomOf(postId), "counts", message);
    },
  });

  /** Has the page hear of those that the person may see, besides what it hears of already. */
  async function join(watcher: Watcher, postIds: readonly Id[]): Promise<number> {
    let visible: CachedPost[];
    let before: number;
    do {
      before = narrowings;
      const reader = await posts.presenter.reader(watcher.accountId);
      visible = await posts.presenter.visible(postIds, reader);
    } while (before !== narrowings);
    // A room that is entered after the end is never left.
    const { socket } = watcher;
    if (!socket.connected) return 0;
    for (const { id, rootId, authorId } of visible) watcher.posts.set(id, { id, rootId, authorId });
    await socket.join(visible.map(({ id }) => roomOf(id)));
    return visible.length;
  }

  posts.onNarrowed((narrowed) => {
    narrowings++;
    // Of two people only their own pages: thousands may stop following at once, when an account goes.
    const people = "pair" in narrowed ? narrowed.pair : watchers.keys();
    for (const watcher of [...people].flatMap((accountId) => [...(watchers.get(accountId) ?? [])])) {
      const { socket, posts: list } = watcher;
      const touched = [...list.values()].filter(({ id, rootId, authorId }) => {
        if ("postId" in narrowed) return id === narrowed.postId || rootId === narrowed.postId;
        // What is under somebody's post closes with it.
        if (rootId !== null) return true;
        return "pair" in narrowed ? narrowed.pair.includes(authorId) : authorId === narrowed.authorId;
      });
      if (touched.length === 0) continue;
      const postIds = touched.map(({ id }) => id);
      // At once, and back in when it is known that they may: a count in between is heard with the next one.
      for (const postId of postIds) {
        list.delete(postId);
        void socket.leave(roomOf(postId));
      }
      watcher.asked = watcher.asked
        .then(() => (watcher.posts === list ? join(watcher, postIds) : undefined))
        .catch(() => {});
    }
  });

  sockets.onMember(({ accountId, socket }) => {
    const watcher: Watcher = { socket, accountId, posts: new Map(), asked: Promise.resolve() };
    const own = watchers.get(accountId) ?? new Set();
    watchers.set(accountId, own.add(watcher));
    socket.on("disconnect", () => {
      own.delete(watcher);
      if (own.size === 0) watchers.delete(accountId);
    });

    /** Has the page hear of these posts and no others. */
    async function replace(postIds: readonly Id[]): Promise<number> {
      for (const room of socket.rooms) if (room.startsWith(roomPrefix)) await socket.leave(room);
      watcher.posts = new Map();
      return join(watcher, postIds);
    }

    // A page that has resumed is back in its rooms, whatever has happened to the posts meanwhile.
    const kept = [...socket.rooms].filter((room) => room.startsWith(roomPrefix));
    if (kept.length > 0)
      watcher.asked = replace(kept.map((room) => Number(room.slice(roomPrefix.length)))).catch(() => {});

    /** Replaces the posts whose counts this page wants to hear of; those that the person may not see are passed over. */
    socket.on("watch", (message: unknown, acknowledge?: unknown) => {
      const answer = typeof acknowledge === "function" ? (acknowledge as (answer: object) => void) : () => {};
      if (!Value.Check(Watch, message)) return answer({ error: "invalid-request" });
      // One at a time: a page that asks often waits for itself, and what it asked for last is what it gets.
      watcher.asked = watcher.asked
        .then(async () => answer({ watching: await replace(message.postIds.map(Number)) }))
        .catch(() => answer({ error: "unavailable" }));
    });
  });
}
