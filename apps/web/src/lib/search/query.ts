import type { Instance } from "#lib/api/types.ts";

const all = ["all", "posts", "cats", "projects", "films", "film-people", "people", "tags"] as const;
export type Tab = (typeof all)[number];
/** Those that only a site with such a space has. */
const ofSpaces: Partial<Record<Tab, string>> = {
  cats: "cats",
  projects: "projects",
  films: "films",
  "film-people": "films",
};

/** What can be looked for here. */
export function tabsOf({ spaces }: Pick<Instance, "spaces">): Tab[] {
  return all.filter((tab) => {
    const space = ofSpaces[tab];
    return !space || spaces.includes(space);
  });
}
export type Sort = "relevance" | "newest";

export type Wish = { query: string; tab: Tab; sort: Sort };

/** What is longer is nothing that somebody looks for, and might not fit into an address. */
const longest = 300;

/** What an address asks for. Whatever it holds that is not known counts as not there. */
export function readWish(
  search: Pick<URLSearchParams, "get">,
  site: Pick<Instance, "spaces">,
): Wish & { isCut: boolean } {
  const whole = (search.get("q") ?? "").trim();
  return {
    // The cut may leave half of a pair at the end.
    query: whole
      .slice(0, longest)
      .toWellFormed()
      .replace(/\uFFFD$/, "")
      .trim(),
    isCut: whole.length > longest,
    tab: tabsOf(site).find((tab) => tab === search.get("type")) ?? "all",
    sort: search.get("sort") === "newest" ? "newest" : "relevance",
  };
}

/** The page that answers the wish; what is usual is left out. */
export function addressOf({ query, tab = "all", sort = "relevance" }: Partial<Wish> & { query: string }) {
  const search = new URLSearchParams();
  if (query) search.set("q", query);
  if (tab !== "all") search.set("type", tab);
  if (sort !== "relevance") search.set("sort", sort);
  return search.size > 0 ? `/search?${search}` : "/search";
}

/** The words alone, for when all the conditions together find nothing. */
export function plainWords(query: string) {
  return query
    .replace(/(^|\s)-"[^"]*"/gu, "$1")
    .replace(/(^|\s)(?:-\S+|(?:from|has|before|after):\S+)/giu, "$1")
    .replace(/["“”]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** For titles: a query as long as a page would push everything else away. */
export function shortened(query: string, length = 40) {
  const characters = [...query];
  return characters.length > length ? `${characters.slice(0, length).join("")}…` : query;
}
