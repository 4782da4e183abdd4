import type { CatWish } from "./calls.ts";
import { ages, colours, patterns } from "./cat-words.ts";

export const sorts = ["newest", "followers"] as const;

/** What the directory is asked for, as its address says it; what no such choice knows is left out. */
export type Wish = {
  breed: string;
  colour: string;
  pattern: string;
  age: (typeof ages)[number] | "";
  sort: (typeof sorts)[number];
  near: string;
};

export function wishOf(search: URLSearchParams): Wish {
  const text = (name: string) => search.get(name)?.trim().slice(0, 60) ?? "";
  const oneOf = (name: string, known: readonly string[]) => (known.includes(text(name)) ? text(name) : "");
  return {
    breed: text("breed"),
    colour: oneOf("colour", colours),
    pattern: oneOf("pattern", patterns),
    age: ages.find((age) => age === text("age")) ?? "",
    sort: sorts.find((sort) => sort === text("sort")) ?? "newest",
    near: text("near"),
  };
}

export function addressOf(wish: Wish, change: Partial<Wish> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...wish, ...change }))
    if (value && value !== "newest") search.set(name, value);
  return search.size > 0 ? `/cats?${search}` : "/cats";
}

/** As the API is asked: cats near another are in the order of how near they are. */
export function askedFor({ sort, age, ...wish }: Wish): CatWish {
  return { ...wish, age: age || null, sort: wish.near ? null : sort };
}

export const isNarrowed = ({ breed, colour, pattern, age }: Wish) => !!(breed || colour || pattern || age);
