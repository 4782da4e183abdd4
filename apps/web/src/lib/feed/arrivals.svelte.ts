import { api } from "#lib/api/browser.ts";
import type { Post } from "#lib/api/types.ts";
import { onSocket } from "#lib/live/socket.ts";
import type { List } from "#lib/paged-list.svelte.ts";

const batchEvery = 10_000;
const most = 20;

/** New posts of the home feed, held back until someone asks for them. */
export function createArrivals(feed: () => List<Post>, myId: () => string) {
  let waiting = $state<Post[]>([]);
  let more = $state(false);
  let disconnected = $state(false);
  let lastFetch = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;

  async function fetchNew() {
    timer = undefined;
    lastFetch = Date.now();
    const page = await api.get("/feeds/home", { limit: most, reasons: true }).catch(() => undefined);
    if (!page) return;
    const fresh = page.items.filter((post) => !feed().has(post.id));
    waiting = fresh.filter((post) => post.author.id !== myId());
    more = fresh.length === most;
  }

  /** The first is shown at once, the rest in batches of ten seconds. */
  function schedule() {
    timer ??= setTimeout(() => void fetchNew(), Math.max(0, lastFetch + batchEvery - Date.now()));
  }

  /** Moves what waited into the feed; answers with the id of the first. */
  function take() {
    const posts = $state.snapshot(waiting) as Post[];
    feed().prepend(posts);
    waiting = [];
    more = false;
    return posts[0]?.id;
  }

  function listen() {
    const stop = onSocket({
      post: (event: { authorId: string }) => event.authorId !== myId() && schedule(),
      connected: (again) => {
        clearTimeout(quiet);
        disconnected = false;
        if (again) schedule();
      },
      disconnected: () => {
        quiet = setTimeout(() => (disconnected = true), 5000);
      },
    });
    return () => {
      stop();
      clearTimeout(timer);
      clearTimeout(quiet);
    };
  }

  return {
    get waiting() {
      return waiting;
    },
    get more() {
      return more;
    },
    get disconnected() {
      return disconnected;
    },
    take,
    listen,
  };
}
