import { api } from "#lib/api/browser.ts";
import type { Account } from "#lib/api/types.ts";

export type Suggestion =
  | { kind: "tag"; text: string; count: number }
  | { kind: "new-tag"; text: string }
  | { kind: "person"; text: string; account: Account };

const unfinished = /(?:^|[^\p{L}\p{N}_#@&/])([#@])([\p{L}\p{N}_]{1,50})$/u;
const pause = 150;

/** What may follow the # or @ before the caret. A list that cannot be loaded is simply not shown. */
export function createSuggestions() {
  let items = $state<Suggestion[]>([]);
  let chosen = $state(0);
  let asked = "";
  let timer: ReturnType<typeof setTimeout>;

  function close() {
    clearTimeout(timer);
    asked = "";
    items = [];
  }

  function look(before: string) {
    const [, sign, word] = unfinished.exec(before) ?? [];
    if (!sign || !word) return close();
    const wish = sign + word;
    if (wish === asked) return;
    asked = wish;
    clearTimeout(timer);
    timer = setTimeout(() => void load(sign, word), pause);
  }

  async function load(sign: string, word: string) {
    const found = await (sign === "#" ? findTags(word) : findPeople(word)).catch(() => []);
    if (asked !== sign + word) return;
    items = found;
    chosen = 0;
  }

  const step = (by: number) => (chosen = (chosen + by + items.length) % items.length);

  /** The text with the unfinished word replaced, and where the caret goes. */
  function complete(text: string, caret: number, suggestion: Suggestion) {
    const before = text.slice(0, caret);
    const word = unfinished.exec(before)?.[2] ?? "";
    const start = caret - word.length;
    const written = `${suggestion.text} `;
    close();
    return { text: text.slice(0, start) + written + text.slice(caret), caret: start + written.length };
  }

  return {
    get items() {
      return items;
    },
    get chosen() {
      return chosen;
    },
    look,
    step,
    complete,
    close,
  };
}

async function findTags(word: string): Promise<Suggestion[]> {
  const { items } = await api.get("/tags", { query: word });
  const known = items.slice(0, 6).map(({ tag, count }) => ({ kind: "tag" as const, text: tag, count }));
  if (known.some(({ text }) => text.toLowerCase() === word.toLowerCase())) return known;
  return [...known, { kind: "new-tag", text: word }];
}

async function findPeople(word: string): Promise<Suggestion[]> {
  const { items } = await api.get("/accounts", { query: word, limit: 6 });
  return items.map((account) => ({ kind: "person", text: account.handle, account }));
}
