import { api } from "#lib/api/browser.ts";
import type { Account } from "#lib/api/types.ts";
import type { Cat } from "#lib/cats/types.ts";
import type { Film } from "#lib/films/types.ts";
import { isProject } from "#lib/projects/is-project.ts";
import type { ProjectPost } from "#lib/projects/types.ts";
import { topicHref } from "#lib/spaces/topics.ts";

export type Suggestion =
  | { kind: "person"; id: string; account: Account }
  | { kind: "cat"; id: string; cat: Cat }
  | { kind: "project"; id: string; post: ProjectPost }
  | { kind: "film"; id: string; film: Film }
  | { kind: "tag"; id: string; tag: string; count: number };

const pause = 150;
/** A `from:` or # at the end that is being written. */
const unfinished = /^(.*?)(from:@?|#)([\p{L}\p{N}_]+)$/isu;

function readText(text: string) {
  const [, before = "", sign, word = ""] = unfinished.exec(text) ?? [];
  if (!sign || !/(?:^|\s)-?$/u.test(before))
    return { ask: text.trim(), before: "", sign: "", only: undefined };
  if (sign === "#") return { ask: `#${word}`, before, sign, only: "tag" as const };
  return { ask: word, before, sign: "from:", only: "person" as const };
}

/** Cats, projects, films, people and tags that the text may mean. A list that cannot be loaded is simply not shown. */
export function createSuggestions() {
  let items = $state<Suggestion[]>([]);
  let chosen = $state(-1);
  let asked = "";
  let timer: ReturnType<typeof setTimeout>;

  function close() {
    clearTimeout(timer);
    asked = "";
    items = [];
    chosen = -1;
  }

  function look(text: string) {
    if (!text.trim()) return close();
    if (text === asked) return;
    asked = text;
    clearTimeout(timer);
    timer = setTimeout(() => void load(text), pause);
  }

  /** An answer to what is not asked any more is dropped. */
  async function load(text: string) {
    const { ask, only } = readText(text);
    const found = await find(ask).catch(() => []);
    if (asked !== text) return;
    items = found.filter(({ kind }) => !only || kind === only);
    chosen = -1;
  }

  /** Past either end none is chosen: Enter then looks for the text as it stands. */
  function step(by: number) {
    const places = items.length + 1;
    chosen = ((chosen + 1 + by + places) % places) - 1;
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
    close,
  };
}

async function find(ask: string): Promise<Suggestion[]> {
  const asked = { q: ask.slice(0, 100), limit: 5 };
  const { people, tags, cats = [], projects = [], films = [] } = await api.get("/search/suggest", asked);
  return [
    ...cats.slice(0, 3).map((cat) => ({ kind: "cat" as const, id: `cat ${cat.id}`, cat })),
    ...projects
      .filter(isProject)
      .slice(0, 3)
      .map((post) => ({ kind: "project" as const, id: `project ${post.id}`, post })),
    ...films.slice(0, 3).map((film) => ({ kind: "film" as const, id: `film ${film.id}`, film })),
    ...people.map((account) => ({ kind: "person" as const, id: account.id, account })),
    ...tags.map(({ tag, count }) => ({ kind: "tag" as const, id: `#${tag}`, tag, count })),
  ];
}

/** Where a suggestion leads: to a page of its own, or to a longer query that it completes. */
export function followSuggestion(text: string, suggestion: Suggestion): { href: string } | { text: string } {
  const { before, sign } = readText(text);
  if (suggestion.kind === "cat") return { href: topicHref({ space: "cats", id: suggestion.cat.id }) };
  if (suggestion.kind === "project") return { href: `/projects/${suggestion.post.id}` };
  if (suggestion.kind === "film") return { href: topicHref({ space: "films", id: suggestion.film.id }) };
  if (suggestion.kind === "person") {
    const { handle } = suggestion.account;
    return sign === "from:" ? { text: `${before}from:${handle} ` } : { href: `/@${handle}` };
  }
  return sign === "#" && before
    ? { text: `${before}#${suggestion.tag} ` }
    : { href: `/tags/${encodeURIComponent(suggestion.tag)}` };
}
