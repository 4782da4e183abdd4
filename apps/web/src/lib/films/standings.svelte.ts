import { SvelteMap } from "svelte/reactivity";
import { api } from "#lib/api/browser.ts";
import { reviewCalls } from "./review-calls.ts";
import type { Standing } from "./types.ts";

/** Long enough for all cards of a page to say that they are there. */
const pause = 20;
const mostAtOnce = 50;

/** How reviews stand, wherever on the page they are. Only the browser adds to it. */
const known = new SvelteMap<string, Standing>();
const waiting = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

export const knownStanding = (id: string) => known.get(id);

export function noteStanding(standing: Standing) {
  known.set(standing.id, standing);
}

/** Asks how a review stands, together with all others that are wanted now. Where no answer comes, nothing is shown. */
export function wantStanding(id: string) {
  waiting.add(id);
  timer ??= setTimeout(() => void ask(), pause);
}

async function ask() {
  const ids = [...waiting];
  waiting.clear();
  timer = undefined;
  for (let at = 0; at < ids.length; at += mostAtOnce) {
    const some = ids.slice(at, at + mostAtOnce).join(",");
    const { items } = await reviewCalls(api)
      .standings(some)
      .catch(() => ({ items: [] }));
    items.forEach(noteStanding);
  }
}
