import type { FilmsWish } from "./calls.ts";

export const sorts = ["score", "popular", "latest"] as const;
export const tiers = [2, 1, 0] as const;

/** What the list of films is asked for, as its address says it; what no such choice knows is left out. */
export type Wish = {
  sort: (typeof sorts)[number];
  /** Those with enough opinions for a place, or those that wait for more. */
  chart: "ranked" | "thin";
  tier: (typeof tiers)[number] | null;
  genre: string;
  year: number | null;
  platform: string;
  /** The id of somebody who made them or plays in them. */
  person: string;
  q: string;
};

const isId = (text: string) => /^\d{1,18}$/.test(text);

export function wishOf(search: URLSearchParams): Wish {
  const text = (name: string, most = 40) => search.get(name)?.trim().slice(0, most) ?? "";
  const year = Number(text("year"));
  return {
    sort: sorts.find((sort) => sort === text("sort")) ?? "score",
    chart: text("chart") === "thin" ? "thin" : "ranked",
    tier: tiers.find((tier) => String(tier) === text("tier")) ?? null,
    genre: text("genre"),
    year: Number.isInteger(year) && year >= 1870 && year <= 2200 ? year : null,
    platform: text("platform"),
    person: isId(text("person")) ? text("person") : "",
    q: text("q", 100),
  };
}

export function addressOf(wish: Wish, change: Partial<Wish> = {}): string {
  const { sort, chart, ...rest } = { ...wish, ...change };
  const search = new URLSearchParams();
  if (sort !== "score") search.set("sort", sort);
  if (sort === "score" && chart === "thin") search.set("chart", chart);
  for (const [name, value] of Object.entries(rest))
    if (value !== "" && value !== null) search.set(name, String(value));
  return search.size > 0 ? `/films?${search}` : "/films";
}

/** As the API is asked: only the order by score has a chart that a film may be too thin for. */
export const askedFor = ({ chart, ...wish }: Wish): FilmsWish => ({
  ...wish,
  chart: wish.sort === "score" ? chart : null,
});

export const nothingNarrowed = { tier: null, genre: "", year: null, platform: "", person: "", q: "" };

export const isNarrowed = ({ tier, genre, year, platform, person, q }: Wish) =>
  tier !== null || year !== null || [genre, platform, person, q].some((text) => text !== "");
