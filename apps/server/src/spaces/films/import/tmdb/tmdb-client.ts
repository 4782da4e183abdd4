import { createJsonService, ServiceFault } from "../../../../platform/egress/json-service.ts";
import type { TmdbMovie } from "./tmdb-movie.ts";

export interface TmdbOptions {
  /** An API key (32 hexadecimal digits) or an API read access token. */
  key: string;
  /** Where the API is. */
  address: string;
  timeoutMs?: number;
  pause(milliseconds: number): Promise<void>;
}

export interface Tmdb {
  /** Undefined when there is no such movie. */
  movie(id: number): Promise<TmdbMovie | undefined>;
  /** The ids of a page of all movies, the most popular first; there are `pages`. */
  discover(page: number): Promise<{ ids: number[]; pages: number }>;
  close(): void;
}

const mostTries = 6;
const longestPauseMs = 60_000;
/** All that is wanted of a movie in one answer. */
const parts = "credits,external_ids,translations,alternative_titles,release_dates";

/**
 * The API of The Movie Database (https://developer.themoviedb.org/reference). What may pass is asked again, some times, at growing intervals or when the
 * API says, so that an hour's import does not end by one lost answer.
 */
export function createTmdb({ key, address, timeoutMs = 15_000, pause }: TmdbOptions): Tmdb {
  const service = createJsonService(address, 8);
  const isToken = !/^[0-9a-f]{32}$/i.test(key);
  const headers: Record<string, string> = isToken ? { authorization: `Bearer ${key}` } : {};

  async function ask<T>(path: string, query: Record<string, string>): Promise<T> {
    const asked = new URLSearchParams({ ...query, ...(!isToken && { api_key: key }) });
    for (let tries = 1; ; tries++) {
      try {
        return await service.ask<T>("GET", `${path}?${asked}`, undefined, timeoutMs, headers);
      } catch (error) {
        if (error instanceof SyntaxError)
          throw new Error(`${service.address} does not answer as TMDB does`, { cause: error });
        if (!(error instanceof ServiceFault)) throw error;
        if (error.status === 401 || error.status === 403)
          throw new Error(
            "TMDB does not take the key: https://www.themoviedb.org/settings/api shows the right one.",
            {
              cause: error,
            },
          );
        if (!error.willPass || tries === mostTries) throw error;
        await pause(pauseAfter(error, tries));
      }
    }
  }

  return {
    movie: (id) =>
      ask<TmdbMovie>(`/movie/${id}`, { append_to_response: parts, language: "en-US" }).catch(
        (error: unknown) => {
          if (error instanceof ServiceFault && error.status === 404) return undefined;
          throw error;
        },
      ),
    async discover(page) {
      const { results, total_pages: pages } = await ask<{ results: { id: number }[]; total_pages: number }>(
        "/discover/movie",
        { page: String(page), sort_by: "popularity.desc", include_adult: "false" },
      );
      return { ids: results.map(({ id }) => id), pages };
    },
    close: () => service.close(),
  };
}

/** As long as the API says; otherwise twice as long each time, and not at the same moment as everybody else. */
function pauseAfter({ retryAfter }: ServiceFault, tries: number): number {
  const said = Number(retryAfter) * 1000;
  const usual = 500 * 2 ** (tries - 1) * (0.5 + Math.random() / 2);
  return Math.min(longestPauseMs, said > 0 ? said : usual);
}
