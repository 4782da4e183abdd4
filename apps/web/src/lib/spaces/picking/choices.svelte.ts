import { api } from "#lib/api/browser.ts";
import { catCalls } from "#lib/cats/calls.ts";
import type { Cat } from "#lib/cats/types.ts";

const pause = 200;
/** More than these fit no panel. */
const most = { mine: 50, found: 8 };

/** The cats to choose from: one's own, asked for when they are first needed, and those that a search finds. */
export function createChoices(known: Cat[] | undefined) {
  let mine = $state.raw(known);
  let failed = $state(false);
  let query = $state("");
  let found = $state.raw<Cat[]>();
  let timer: ReturnType<typeof setTimeout>;

  async function load(handle: string) {
    if (mine) return;
    failed = false;
    try {
      mine = (await catCalls(api).ofAccount(handle, { limit: most.mine })).items;
    } catch {
      failed = true;
    }
  }

  function look(text: string) {
    query = text;
    clearTimeout(timer);
    if (!text.trim()) found = undefined;
    else timer = setTimeout(() => void find(text), pause);
  }

  /** An answer to what is not asked any more is dropped; one that does not come finds nothing. */
  async function find(text: string) {
    const answer = await api
      .get("/search", { q: text, type: "cats", limit: most.found })
      .catch(() => undefined);
    if (text === query) found = answer?.cats?.items ?? [];
  }

  return {
    get mine() {
      return mine;
    },
    get failed() {
      return failed;
    },
    get query() {
      return query;
    },
    get found() {
      return found;
    },
    load,
    look,
  };
}
