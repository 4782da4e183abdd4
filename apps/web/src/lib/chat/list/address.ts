import type { Shown } from "../types.ts";

const choices: readonly Shown[] = ["all", "coffee", "requests"];

export const shownOf = (name: string | null): Shown => choices.find((choice) => choice === name) ?? "all";

type Place = { shown: Shown; query?: string; at?: number };

/** A page of the chats, with what the list beside it shows. */
export function chatAddress(path: string, { shown, query, at }: Place) {
  const search = new URLSearchParams();
  if (shown !== "all") search.set("show", shown);
  if (query) search.set("q", query);
  if (at !== undefined) search.set("at", String(at));
  return search.size > 0 ? `${path}?${search}` : path;
}
