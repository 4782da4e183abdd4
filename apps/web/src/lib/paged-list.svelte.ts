import { browser } from "$app/env";
import type { Page } from "#lib/api/types.ts";
import { cameBack } from "#lib/feed/last-navigation.ts";

type Source<T> = {
  first: Page<T>;
  /** Asks for what follows: `(at) => api.get("/bookmarks", at)`. */
  read: (at: { cursor: string | null; limit?: number }) => Promise<Page<T>>;
  /** Names a list that is kept for when people come back with the browser's own button. */
  key?: string;
};

const kept = new Map<string, Page<unknown>>();

/** A list that grows at its end and never moves what is being read. */
export function createList<T extends { id: string }>({ first, read, key }: Source<T>) {
  const start = (browser && key && cameBack() && (kept.get(key) as Page<T> | undefined)) || first;
  let items = $state(start.items);
  let cursor = $state(start.nextCursor);
  let loading = $state(false);
  let failed = $state(false);

  function unknown(more: T[]) {
    const seen = new Set(items.map(({ id }) => id));
    return more.filter(({ id }) => !seen.has(id));
  }

  async function loadMore() {
    if (loading || !cursor) return;
    loading = true;
    failed = false;
    try {
      const page = await read({ cursor });
      append(page.items);
      cursor = page.nextCursor;
    } catch {
      failed = true;
    } finally {
      loading = false;
    }
  }

  /** Puts items above the list; what is there already is left alone. */
  function prepend(more: T[]) {
    items.unshift(...unknown(more));
  }

  function append(more: T[]) {
    items.push(...unknown(more));
  }

  /** For short lists, such as the replies to one comment: all of it, from the beginning. */
  async function loadAll() {
    let next: string | null = null;
    do {
      const page: Page<T> | undefined = await read({ cursor: next, limit: 50 }).catch(() => undefined);
      append(page?.items ?? []);
      next = page?.nextCursor ?? null;
    } while (next);
  }

  function keep() {
    if (key) kept.set(key, { items: $state.snapshot(items) as T[], nextCursor: cursor });
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
    has: (id: string) => items.some((item) => item.id === id),
    loadMore,
    loadAll,
    prepend,
    append,
    keep,
  };
}

export type List<T extends { id: string }> = ReturnType<typeof createList<T>>;
