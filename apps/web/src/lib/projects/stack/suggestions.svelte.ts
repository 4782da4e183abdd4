import { api } from "#lib/api/browser.ts";
import { stackCalls } from "./calls.ts";
import { keyOf } from "./names.ts";

export type Suggested = { name: string; projects: number } | { name: string; isNew: true };

const pause = 150;

/** Technologies whose name begins with what is being typed. A list that cannot be loaded offers the name as it is. */
export function createSuggestions() {
  let items = $state.raw<Suggested[]>([]);
  let chosen = $state(-1);
  let open = $state(false);
  let turn = 0;
  let timer: ReturnType<typeof setTimeout>;

  function close() {
    clearTimeout(timer);
    turn++;
    open = false;
    items = [];
    chosen = -1;
  }

  function look(written: string, taken: readonly string[]) {
    clearTimeout(timer);
    const mine = ++turn;
    timer = setTimeout(() => void load(written.trim(), taken, mine), written ? pause : 0);
  }

  async function load(word: string, taken: readonly string[], mine: number) {
    const found = await stackCalls(api)
      .suggest(word)
      .then(
        ({ items }) => items,
        () => [],
      );
    if (mine !== turn) return;
    const keys = new Set(taken.map(keyOf));
    const known: Suggested[] = found.filter(({ name }) => !keys.has(keyOf(name)));
    const key = keyOf(word);
    const isThere = keys.has(key) || found.some(({ id, name }) => id === word || keyOf(name) === key);
    items = key && !isThere ? [...known, { name: word, isNew: true }] : known;
    open = items.length > 0;
    chosen = word && open ? 0 : -1;
  }

  function step(by: number) {
    const count = items.length;
    if (count > 0) chosen = chosen < 0 ? (by > 0 ? 0 : count - 1) : (chosen + by + count) % count;
  }

  return {
    get items() {
      return items;
    },
    get chosen() {
      return chosen;
    },
    get open() {
      return open;
    },
    look,
    step,
    close,
  };
}
