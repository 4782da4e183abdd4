import type { Post } from "#lib/api/types.ts";
import { onSocket, watchPosts } from "#lib/live/socket.ts";
import type { List } from "#lib/paged-list.svelte.ts";

/** Counts change in place; new comments are appended only when the end of the thread is in view. */
export function createLiveThread(post: Post, comments: List<Post>) {
  let waiting = $state(0);
  let atEnd = false;

  async function show() {
    waiting = 0;
    await (comments.cursor ? comments.loadMore() : comments.loadAll());
  }

  function listen(end: HTMLElement) {
    const watcher = new IntersectionObserver(([entry]) => {
      atEnd = entry?.isIntersecting ?? false;
    });
    watcher.observe(end);
    const stop = onSocket({
      connected: () => void watchPosts([post.id]),
      counts: ({ postId, counts }) => {
        if (postId !== post.id) return;
        const more = counts.comments - post.counts.comments;
        Object.assign(post.counts, counts);
        if (more <= 0) return;
        waiting += more;
        if (atEnd) void show();
      },
    });
    void watchPosts([post.id]);
    return () => {
      stop();
      watcher.disconnect();
    };
  }

  return {
    get waiting() {
      return waiting;
    },
    show,
    listen,
  };
}
