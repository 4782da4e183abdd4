import { api } from "#lib/api/browser.ts";
import type { Page, Post } from "#lib/api/types.ts";
import type { Feed } from "#lib/feed/feed.svelte.ts";
import { onSocket, watchPosts } from "#lib/live/socket.ts";

/** Counts change in place; new comments are appended only when the end of the thread is in view. */
export function createLiveThread(post: Post, comments: Feed) {
  let waiting = $state(0);
  let atEnd = false;

  async function show() {
    waiting = 0;
    if (comments.cursor) return comments.loadMore();
    let cursor: string | null = null;
    do {
      const page: Page<Post> = await api.get<Page<Post>>(`/posts/${post.id}/comments`, { cursor, limit: 50 });
      comments.append(page.items);
      cursor = page.nextCursor;
    } while (cursor);
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
