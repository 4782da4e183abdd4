import type { BoardWish } from "./calls.ts";

export const sorts = ["latest", "popular", "views"] as const;
export const shapes = ["grid", "list"] as const;
export type Shape = (typeof shapes)[number];

/** What the board is asked for, as its address says it; what no such choice knows is left out. */
export type Wish = {
  /** Ids of technologies; other spellings in an address are understood, too. */
  stack: readonly string[];
  match: "any" | "all";
  sort: (typeof sorts)[number];
  q: string;
};

/** More than these narrow nothing any more. */
const mostChosen = 8;

export function wishOf(search: URLSearchParams): Wish {
  const stack = search
    .getAll("stack")
    .flatMap((text) => text.split(","))
    .map((name) => name.trim().slice(0, 60))
    .filter((name) => name !== "");
  return {
    stack: [...new Set(stack)].slice(0, mostChosen),
    match: search.get("match") === "all" ? "all" : "any",
    sort: sorts.find((sort) => sort === search.get("sort")) ?? "latest",
    q: search.get("q")?.trim().slice(0, 100) ?? "",
  };
}

export function addressOf(wish: Wish, change: Partial<Wish> = {}): string {
  const { stack, match, sort, q } = { ...wish, ...change };
  const search = new URLSearchParams();
  if (stack.length > 0) search.set("stack", stack.join(","));
  if (stack.length > 1 && match === "all") search.set("match", match);
  if (sort !== "latest") search.set("sort", sort);
  if (q) search.set("q", q);
  // A comma needs no disguise in an address.
  return search.size > 0 ? `/projects?${String(search).replaceAll("%2C", ",")}` : "/projects";
}

/** The same wish with the technology, or without it where it was chosen already. */
export function toggled({ stack }: Wish, id: string): Pick<Wish, "stack"> {
  if (stack.includes(id)) return { stack: stack.filter((one) => one !== id) };
  return { stack: [...stack, id].slice(-mostChosen) };
}

export const askedFor = ({ stack, ...wish }: Wish): BoardWish => ({ ...wish, stack: stack.join(",") });

export const isNarrowed = ({ stack, q }: Pick<Wish, "stack" | "q">) => stack.length > 0 || q !== "";
