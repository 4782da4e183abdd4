import { api } from "#lib/api/browser.ts";
import { titleOf } from "#lib/films/titles.ts";
import { lineOf } from "#lib/films/words.ts";
import type { About } from "./about.ts";

const pause = 200;
/** More than these fit no panel. */
const most = 8;

/** The films that a search finds, to choose from. */
export function createFilmSearch() {
  let query = $state("");
  let found = $state.raw<About[]>();
  let timer: ReturnType<typeof setTimeout>;

  function look(text: string) {
    query = text;
    clearTimeout(timer);
    if (!text.trim()) found = undefined;
    else timer = setTimeout(() => void find(text), pause);
  }

  /** An answer to what is not asked any more is dropped; one that does not come finds nothing. */
  async function find(text: string) {
    const answer = await api.get("/search", { q: text, type: "films", limit: most }).catch(() => undefined);
    if (text !== query) return;
    found = (answer?.films?.items ?? []).map((film) => ({
      space: "films",
      id: film.id,
      name: titleOf(film),
      photo: film.poster,
      by: lineOf(film),
    }));
  }

  return {
    get query() {
      return query;
    },
    get found() {
      return found;
    },
    look,
  };
}
