import { api } from "#lib/api/browser.ts";
import { filmCalls } from "./calls.ts";
import type { FilmScore } from "./types.ts";

/** The engine hears of a vote within a moment; after these it has heard of it, or is behind. */
const looks = [700, 1500, 3500];

/** Asks for the score until it has moved, after the reader said something of a film. */
export async function followScore(
  id: string,
  before: FilmScore,
  signal: AbortSignal,
  onmoved: (score: FilmScore) => void,
) {
  for (const pause of looks) {
    await new Promise((done) => setTimeout(done, pause));
    if (signal.aborted) return;
    const score = await filmCalls(api)
      .score(id)
      .catch(() => before);
    if (signal.aborted) return;
    if (JSON.stringify(score) === JSON.stringify(before)) continue;
    onmoved(score);
    return;
  }
}
