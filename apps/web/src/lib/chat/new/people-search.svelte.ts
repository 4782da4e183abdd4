import { api } from "#lib/api/browser.ts";
import type { Account } from "#lib/api/types.ts";

const pause = 200;
const most = 8;

/** People by a part of their name, a moment after the last key. With nothing typed, those one may know. */
export function createPeopleSearch(without: () => readonly string[]) {
  let found = $state.raw<Account[]>([]);
  let searched = $state<string>();
  let failed = $state(false);
  let wish = "";
  let timer: ReturnType<typeof setTimeout>;

  async function load(query: string) {
    try {
      const { items } = query
        ? await api.get("/accounts", { query, limit: most + without().length })
        : await api.get("/accounts/suggested", { limit: most });
      if (query !== wish) return;
      found = items;
      searched = query;
      failed = false;
    } catch {
      failed = true;
    }
  }

  return {
    get items() {
      const left = without();
      return found.filter(({ id }) => !left.includes(id)).slice(0, most);
    },
    /** What the items were found by; undefined before the first answer. */
    get searched() {
      return searched;
    },
    get failed() {
      return failed;
    },
    look(text: string) {
      wish = text.trim().replace(/^@/, "");
      clearTimeout(timer);
      timer = setTimeout(() => void load(wish), wish ? pause : 0);
    },
    stop: () => clearTimeout(timer),
  };
}
