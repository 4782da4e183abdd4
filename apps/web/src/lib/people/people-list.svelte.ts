import { api } from "#lib/api/browser.ts";
import type { Account, Page } from "#lib/api/types.ts";

type Source = { path: string; query?: Record<string, string>; first: Page<Account> };

/** A list of people that grows at its end. */
export function createPeopleList({ path, query = {}, first }: Source) {
  let items = $state(first.items);
  let cursor = $state(first.nextCursor);
  let loading = $state(false);
  let failed = $state(false);

  async function loadMore() {
    if (loading || !cursor) return;
    loading = true;
    failed = false;
    try {
      const page = await api.get<Page<Account>>(path, { ...query, cursor });
      const seen = new Set(items.map((account) => account.id));
      items.push(...page.items.filter((account) => !seen.has(account.id)));
      cursor = page.nextCursor;
    } catch {
      failed = true;
    } finally {
      loading = false;
    }
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
    loadMore,
  };
}

export type PeopleList = ReturnType<typeof createPeopleList>;
