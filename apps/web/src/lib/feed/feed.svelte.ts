import { browser } from "$app/env";
import { api } from "#lib/api/browser.ts";
import type { Page, Post } from "#lib/api/types.ts";
import { cameBack } from "./last-navigation.ts";

type Source = { key: string; path: string; first: Page<Post> };

const kept = new Map<string, Page<Post>>();

/** A list of posts that grows at its end and never moves what is being read. */
export function createFeed({ key, path, first }: Source) {
  const start = (browser && cameBack() && kept.get(key)) || first;
  let items = $state(start.items);
  let cursor = $state(start.nextCursor);
  let loading = $state(false);
  let failed = $state(false);

  const known = () => new Set(items.map((post) => post.id));

  async function loadMore() {
    if (loading || !cursor) return;
    loading = true;
    failed = false;
    try {
      const page = await api.get<Page<Post>>(path, { cursor });
      append(page.items);
      cursor = page.nextCursor;
    } catch {
      failed = true;
    } finally {
      loading = false;
    }
  }

  /** Puts posts above the list; what is there already is left alone. */
  function prepend(posts: Post[]) {
    const seen = known();
    items.unshift(...posts.filter((post) => !seen.has(post.id)));
  }

  function append(posts: Post[]) {
    const seen = known();
    items.push(...posts.filter((post) => !seen.has(post.id)));
  }

  /** For short lists that start empty, such as the replies to one comment. */
  async function loadAll() {
    let next: string | null = null;
    do {
      const page: Page<Post> | undefined = await api
        .get<Page<Post>>(path, { cursor: next, limit: 50 })
        .catch(() => undefined);
      append(page?.items ?? []);
      next = page?.nextCursor ?? null;
    } while (next);
  }

  /** Remembered for when people come back with the browser's own button. */
  function keep() {
    kept.set(key, { items: $state.snapshot(items) as Post[], nextCursor: cursor });
  }

  return {
    get items() {
      return items;
    },
    get cursor() {
      return cursor;
    },
    get loading() {
      return loading;
    },
    get failed() {
      return failed;
    },
    has: (id: string) => items.some((post) => post.id === id),
    loadMore,
    loadAll,
    prepend,
    append,
    keep,
  };
}

export type Feed = ReturnType<typeof createFeed>;
